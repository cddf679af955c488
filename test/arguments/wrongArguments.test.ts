import { checkLoggingConfigurationArgs } from "../../src/arguments/loggingConfiguration";
import { checkRoomArgs } from "../../src/arguments/room";
import { checkRoomsArgs } from "../../src/arguments/rooms";
import { InvalidRoomIdentifierError } from "../../src/errors";

const arn = (kind: string) => `arn:aws:ivschat:us-east-1:123456789012:${kind}/AbCdEfGhIjKl`;
const identifier = arn("room");
const loggingConfigurationIdentifier = arn("logging-configuration");
const roleArn = "arn:aws:iam::123456789012:role/reader";
const connection = {
  region: "us-east-1",
  profile: "p",
  endpoint: "https://host",
  assumeRole: { roleArn },
};
const tags = { team: "live", "": "" };

const checks: Record<string, (args: object) => void> = {
  getRoom: checkRoomArgs,
  getRooms: checkRoomsArgs,
  getLoggingConfiguration: checkLoggingConfigurationArgs,
};

test.each([
  ["getRoom", { identifier }],
  ["getRoom", { identifier, ...connection }],
  ["getRoom", { identifier, name: undefined, tags: undefined }],
  ["getRoom", { name: "" }],
  ["getRoom", { tags }],
  ["getRoom", { name: "lobby", tags, ...connection }],
  ["getRooms", {}],
  ["getRooms", connection],
  ["getRooms", { name: "", namePrefix: "", messageReviewHandlerUri: "" }],
  ["getRooms", { tags, loggingConfigurationIdentifier, endpoint: "http://host" }],
  ["getLoggingConfiguration", { identifier: loggingConfigurationIdentifier, ...connection }],
] as const)("the argument check of %s accepts %j", (name, args) => {
  const check = () => checks[name]?.(args);
  expect(check).not.toThrow();
});

const string = "must be a string";
const object = 'must be an object with string values, like { team: "live" }';
const url = "must be a URL that begins with https:// or http://";
const role = 'must be an object like { roleArn: "arn:aws:iam::123456789012:role/reader" }';

test.each<[string, unknown, string, string | RegExp]>([
  ["getRoom", null, "args", "args null must be an object"],
  ["getRoom", "text", "args", 'args "text" must be an object'],
  ["getRoom", { [`odd\n${"x".repeat(200)}`]: 1, name: "" }, `odd ${"x".repeat(96)}…`, "is not an argument"],
  [
    "getRoom",
    { arn: identifier },
    "arn",
    "arn is not an argument; the arguments are identifier, name, tags, region, profile, assumeRole, endpoint",
  ],
  [
    "getRooms",
    { identifier },
    "identifier",
    "identifier is not an argument; the arguments are name, namePrefix, tags, messageReviewHandlerUri, " +
      "loggingConfigurationIdentifier, region, profile, assumeRole, endpoint",
  ],
  [
    "getLoggingConfiguration",
    { name: "" },
    "name",
    "name is not an argument; the arguments are identifier, region, profile, assumeRole, endpoint",
  ],
  ["getRoom", { identifier, name: "" }, "name", 'name "" and `identifier` are mutually exclusive'],
  ["getRoom", { identifier, tags }, "tags", /^tags .* and `identifier` are mutually exclusive/],
  ["getRoom", {}, "identifier", "identifier is missing; give the ARN of a room, or `name` or `tags`"],
  ["getRoom", { identifier: arn("channel") }, "identifier", "identifier must be the ARN of a room"],
  ["getRoom", { identifier: 5 }, "identifier", "identifier must be the ARN of a room"],
  ["getRoom", { name: 5 }, "name", `name 5 ${string}`],
  ["getRooms", { name: 5 }, "name", `name 5 ${string}`],
  ["getRooms", { namePrefix: 5 }, "namePrefix", `namePrefix 5 ${string}`],
  ["getRooms", { messageReviewHandlerUri: 5 }, "messageReviewHandlerUri", string],
  [
    "getRooms",
    { loggingConfigurationIdentifier: 5 },
    "loggingConfigurationIdentifier",
    "must be the ARN of a",
  ],
  [
    "getRooms",
    { loggingConfigurationIdentifier: identifier },
    "loggingConfigurationIdentifier",
    `must be the ARN of a logging configuration, like ${loggingConfigurationIdentifier}, not`,
  ],
  ["getLoggingConfiguration", {}, "identifier", "must be the ARN of a logging configuration"],
  [
    "getLoggingConfiguration",
    { identifier },
    "identifier",
    `must be the ARN of a logging configuration, like ${loggingConfigurationIdentifier}, not`,
  ],
  ...["getRoom", "getRooms"].flatMap((name): [string, unknown, string, string][] => [
    [name, { tags: null }, "tags", `tags null ${object}`],
    [name, { tags: "text" }, "tags", `tags "text" ${object}`],
    [name, { tags: ["a"] }, "tags", `tags ["a"] ${object}`],
    [name, { tags: { a: "b", c: 1 } }, "tags", `tags {"a":"b","c":1} ${object}`],
    [name, { tags: {} }, "tags", "tags {} must have at least one tag"],
  ]),
  ...Object.entries({
    getRoom: { identifier },
    getRooms: {},
    getLoggingConfiguration: { identifier: loggingConfigurationIdentifier },
  }).flatMap(([name, args]): [string, unknown, string, string][] => [
    [name, { ...args, region: 5 }, "region", `region 5 ${string}`],
    [name, { ...args, profile: 5 }, "profile", `profile 5 ${string}`],
    [name, { ...args, endpoint: 5 }, "endpoint", `endpoint 5 ${string}`],
  ]),
  ["getRoom", { name: "", endpoint: "my https://host" }, "endpoint", `endpoint "my https://host" ${url}`],
  ["getRoom", { name: "", endpoint: "https:/host" }, "endpoint", `endpoint "https:/host" ${url}`],
  ["getRoom", { name: "", endpoint: "ftp://a:b@host/c@d" }, "endpoint", `endpoint "ftp://host/c@d" ${url}`],
  ["getRoom", { name: "", endpoint: "a:b@host" }, "endpoint", `endpoint "host" ${url}`],
  ["getRoom", { name: "", endpoint: "FTP://a:b@host" }, "endpoint", `endpoint "FTP://host" ${url}`],
  ...[null, "text", {}, { roleArn: 5 }, { roleArn: "role/arn:" }].map(
    (assumeRole): [string, unknown, string, string] => [
      "getRoom",
      { name: "", assumeRole },
      "assumeRole",
      `assumeRole ${JSON.stringify(assumeRole)} ${role}`,
    ],
  ),
])("the argument check of %s rejects %j with an error about %s", (name, args, argument, message) => {
  const error = errorOf(() => checks[name]?.(args as object));
  expect(error).toBeInstanceOf(InvalidRoomIdentifierError);
  expect(error).toMatchObject({ code: "InvalidArgument", argument });
  if (typeof message === "string") expect(error?.message).toContain(message);
  else expect(error?.message).toMatch(message);
});

test("an InvalidRoomIdentifierError has the member `identifier` only if the wrong argument is `identifier` and its value is a string", () => {
  const identifierOf = (args: object) =>
    errorOf(() => {
      checkRoomArgs(args);
    })?.identifier;
  expect(identifierOf({ identifier: "wrong" })).toBe("wrong");
  expect(identifierOf({ identifier: 5 })).toBeUndefined();
  expect(identifierOf({ name: 5 })).toBeUndefined();
  expect(identifierOf({ identifier, name: "lobby" })).toBeUndefined();
});

function errorOf(run: () => void): InvalidRoomIdentifierError | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return error as InvalidRoomIdentifierError;
  }
}
