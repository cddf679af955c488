import {
  getLoggingConfiguration,
  getRoom,
  getRooms,
  InvalidRoomIdentifierError,
  RoomReadError,
  type GetRoomArgs,
} from "../../src";
import { arn, operations, useLocalIvsChat } from "../support/service";

const service = useLocalIvsChat({}, "file");

const identifier = arn("LobbyLobby12");

const wrong: [unknown, string][] = [
  [
    { identifier: "N2K89H7Hd70b" },
    'identifier must be the ARN of a room, like arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl, not "N2K89H7Hd70b"',
  ],
  [{ identifier: identifier.replace(":room/", ":channel/") }, "another kind: channel"],
  [
    { identifier: identifier.replace(":room/", ":logging-configuration/") },
    "another kind: logging-configuration",
  ],
  [{ identifier: "" }, 'not "" (an empty string)'],
  [{ identifier: 42 }, "not 42"],
  [{ identifier: null }, "not null"],
  [{}, "identifier is missing; give the ARN of a room, or `name` or `tags`"],
  [{ identifier, name: "lobby" }, 'name "lobby" and `identifier` are mutually exclusive'],
  [{ identifier, tags: { a: "b" } }, 'tags {"a":"b"} and `identifier` are mutually exclusive'],
  [{ arn: identifier }, "arn is not an argument; the arguments are identifier, name, tags"],
  [{ name: 5 }, "name 5 must be a string"],
  [{ tags: {} }, "tags {} must have at least one tag"],
  [{ tags: { a: 1 } }, 'tags {"a":1} must be an object with string values'],
  [{ tags: ["a"] }, 'tags ["a"] must be an object with string values'],
  [
    { identifier, region: "eu-west-1" },
    `region "eu-west-1" contradicts the identifier: ${identifier} is in us-east-1`,
  ],
  [{ identifier, endpoint: "localhost:4570" }, 'endpoint "localhost:4570" must be a URL'],
  [{ identifier, assumeRole: { roleArn: "reader" } }, "assumeRole"],
  [{ identifier, profile: 1 }, "profile 1 must be a string"],
];

describe("an invalid argument", () => {
  test.each(wrong)(
    "%j is rejected before any request, with an error that says why",
    async (args, message) => {
      const error: unknown = await getRoom(args as GetRoomArgs).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(InvalidRoomIdentifierError);
      expect((error as Error).message).toContain(message);
      expect(operations(service)).toEqual([]);
    },
  );

  test.each(["us east", "", "us-east-1.evil.example", "US-EAST-1"])(
    "such as the region %j is rejected before any request",
    async (region) => {
      const error: unknown = await getRoom({ name: "lobby", region }).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(RoomReadError);
      expect((error as Error).message).toMatch(/not the name of an AWS region|no AWS region is configured/);
      expect(operations(service)).toEqual([]);
    },
  );

  test("is rejected before any request by getRooms and getLoggingConfiguration", async () => {
    await expect(getRooms({ namePrefix: 5 } as never)).rejects.toThrow("namePrefix 5 must be a string");
    await expect(getRooms({ identifier } as never)).rejects.toThrow("identifier is not an argument");
    await expect(getRooms({ loggingConfigurationIdentifier: identifier })).rejects.toThrow(
      "another kind: room",
    );
    await expect(getLoggingConfiguration({ identifier })).rejects.toThrow("another kind: room");
    await expect(getLoggingConfiguration(undefined as never)).rejects.toThrow(
      "args undefined must be an object",
    );
    expect(operations(service)).toEqual([]);
  });
});
