import fc from "fast-check";
import { InvalidRoomIdentifierError } from "../../src";
import { checkRoomArgs, roomArguments, type GetRoomArgs } from "../../src/arguments/room";

const hostile = fc.constantFrom<unknown>(
  null,
  undefined,
  5n,
  "\u009b2J\u202e",
  "x".repeat(100_000),
  { roleArn: null },
  { roleArn: 5 },
  { toJSON: () => undefined },
  Symbol("s"),
  () => 1,
);
const anything = fc.oneof(hostile, fc.anything());
const args = fc.oneof(
  anything,
  fc.dictionary(fc.oneof(fc.constantFrom(...roomArguments), fc.string({ unit: "binary" })), anything),
);

test("for any input, checkRoomArgs either returns or throws a short error without control characters", () => {
  fc.assert(
    fc.property(args, (given) => {
      try {
        checkRoomArgs(given as GetRoomArgs);
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidRoomIdentifierError);
        const { message, code } = error as InvalidRoomIdentifierError;
        expect(message).not.toMatch(/\p{C}/u);
        expect(message.length).toBeLessThan(800);
        expect(code).toBe("InvalidArgument");
      }
    }),
    { numRuns: 2000 },
  );
});

test.each<[string, object, string]>([
  ["assumeRole null", { assumeRole: null }, "assumeRole null must be an object like"],
  [
    "assumeRole without a role ARN",
    { assumeRole: { roleArn: null } },
    'assumeRole {"roleArn":null} must be an',
  ],
  [
    "a region with control characters",
    { region: ["\u009b2J\u202e"] },
    'region ["\\u009b2J\\u202e"] must be a string',
  ],
  [
    "an endpoint with a password",
    { endpoint: "ftp://bob:secret@host/" },
    'endpoint "ftp://host/" must be a URL',
  ],
  [
    "an endpoint with a password and without a scheme",
    { endpoint: "bob:secret@host" },
    'endpoint "host" must be a URL',
  ],
  [
    "an argument name with control characters",
    { "\u009b2J": 1 },
    "2J is not an argument; the arguments are identifier",
  ],
])("the error for %s shows the value without passwords or control characters", (_, given, message) => {
  const check = () => {
    checkRoomArgs({ name: "lobby", ...given });
  };
  expect(check).toThrow(InvalidRoomIdentifierError);
  expect(check).toThrow(message);
});
