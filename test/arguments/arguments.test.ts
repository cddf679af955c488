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

test("any arguments are valid or give an error of limited length without control characters", () => {
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
  ["assumeRole that is null", { assumeRole: null }, "assumeRole null must be an object like"],
  ["assumeRole without a role", { assumeRole: { roleArn: null } }, 'assumeRole {"roleArn":null} must be an'],
  ["a control character", { region: ["\u009b2J\u202e"] }, 'region ["\\u009b2J\\u202e"] must be a string'],
  ["a password", { endpoint: "ftp://bob:secret@host/" }, 'endpoint "ftp://host/" must be a URL'],
  ["a password alone", { endpoint: "bob:secret@host" }, 'endpoint "host" must be a URL'],
  [
    "an argument's name of a terminal's",
    { "\u009b2J": 1 },
    "2J is not an argument; the arguments are identifier",
  ],
])("%s is an error that shows the value", (_, given, message) => {
  const check = () => {
    checkRoomArgs({ name: "lobby", ...given });
  };
  expect(check).toThrow(InvalidRoomIdentifierError);
  expect(check).toThrow(message);
});
