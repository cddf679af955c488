import * as pulumi from "@pulumi/pulumi";
import {
  AccessDeniedError,
  AmbiguousRoomError,
  findRoom,
  getLoggingConfiguration,
  getRoom,
  getRooms,
  InvalidRoomIdentifierError,
  RoomNotFoundError,
} from "../../src";
import { arn, operations, useLocalIvsChat } from "../support/service";

const service = useLocalIvsChat({ quota: false });
process.env.AWS_REGION = "us-east-1";
// No quota and long timeouts, so that thousands of concurrent requests succeed on a busy machine.
pulumi.runtime.setConfig("ivschat:requestsPerSecond", "1000");
pulumi.runtime.setConfig("ivschat:requestTimeout", "60");
pulumi.runtime.setConfig("ivschat:readTimeout", "100");

const failure = async (read: Promise<unknown>): Promise<unknown> =>
  read.then(
    () => {
      throw new Error("the read did not fail");
    },
    (error: unknown) => error,
  );

describe("a lookup by name", () => {
  test("finds the room with one ListRooms request and one GetRoom request", async () => {
    for (let index = 0; index < 120; index += 1) service.putRoom({ name: `other-${index}` });
    const lobby = service.putRoom({ name: "lobby", maximumMessageLength: 42 });
    expect(await getRoom({ name: "lobby" })).toMatchObject({
      arn: lobby,
      name: "lobby",
      maximumMessageLength: 42,
    });
    expect(operations(service)).toEqual(["ListRooms", "GetRoom"]);
  });

  test.each([
    ["in different capitalization", "Lobby"],
    ["that starts with the given name", "lobby-2"],
    ["that is the beginning of the given name", "lob"],
    ["that is empty", ""],
  ])("does not find a room with a name %s", async (_what, other) => {
    service.putRoom({ name: other });
    const error = await failure(getRoom({ name: "lobby" }));
    expect(error).toBeInstanceOf(RoomNotFoundError);
    expect((error as Error).message).toMatch(/no room with the name "lobby" in us-east-1 \(searched 0 rooms/);
  });

  test("finds a room with an empty name, although the service cannot filter by an empty name", async () => {
    for (let index = 0; index < 60; index += 1) service.putRoom({ name: `other-${index}` });
    const nameless = service.putRoom({});
    expect((await getRoom({ name: "" })).arn).toBe(nameless);
  });

  test("searches only the given region and the caller's account", async () => {
    service.putRoom({ name: "lobby", region: "us-east-1" });
    service.putRoom({ name: "lobby", region: "eu-west-1", account: "999999999999" });
    const there = service.putRoom({ name: "lobby", region: "eu-west-1" });
    expect((await getRoom({ name: "lobby", region: "eu-west-1" })).arn).toBe(there);
  });

  test("throws an error that lists the ARNs if two rooms have the name", async () => {
    const arns = [service.putRoom({ name: "lobby" }), service.putRoom({ name: "lobby" })].sort();
    const error = await failure(getRoom({ name: "lobby" }));
    expect(error).toBeInstanceOf(AmbiguousRoomError);
    expect((error as AmbiguousRoomError).arns).toEqual(arns);
    expect((error as Error).message).toContain(`2 rooms in us-east-1 have the name "lobby"`);
    expect((error as Error).message).toContain(arns.join(", "));
  });

  test("throws an error that lists ten ARNs and counts the rest if more than ten rooms have the name", async () => {
    for (let index = 0; index < 51; index += 1) service.putRoom({ name: "lobby" });
    const error = (await failure(getRoom({ name: "lobby" }))) as AmbiguousRoomError;
    expect(error.arns).toHaveLength(51);
    expect(error.message.match(/arn:aws:ivschat/g)).toHaveLength(10);
    expect(error.message).toContain("and 41 more");
  });

  test("throws an error that contains ivschat:ListRooms if this permission is denied", async () => {
    service.setDenied("AKIDTEST", ["ivschat:ListRooms"]);
    const error = await failure(getRoom({ name: "lobby" }));
    expect(error).toBeInstanceOf(AccessDeniedError);
    expect((error as Error).message).toMatch(/grant ivschat:ListRooms .* or pass an `identifier`/);
  });
});

describe("a lookup by tags", () => {
  test("finds only a room that has each given tag with exactly the given value, and ignores other tags", async () => {
    service.putRoom({ name: "bare" });
    service.putRoom({ name: "half", tags: { team: "live" } });
    service.putRoom({ name: "case", tags: { team: "live", Stage: "" } });
    service.putRoom({ name: "value", tags: { team: "live", stage: "x" } });
    const whole = service.putRoom({ name: "whole", tags: { team: "live", stage: "", other: "1" } });
    expect((await getRoom({ tags: { team: "live", stage: "" } })).arn).toBe(whole);
  });

  test("does not match properties that every JavaScript object has", async () => {
    service.putRoom({ name: "bare" });
    expect(await failure(getRoom({ tags: { constructor: "x" } }))).toBeInstanceOf(RoomNotFoundError);
  });

  test("can also filter by a name", async () => {
    service.putRoom({ name: "lobby", tags: { team: "night" } });
    const live = service.putRoom({ name: "lobby", tags: { team: "live" } });
    service.putRoom({ name: "stage", tags: { team: "live" } });
    expect((await getRoom({ name: "lobby", tags: { team: "live" } })).arn).toBe(live);
    const error = await failure(getRoom({ name: "stage", tags: { team: "night" } }));
    expect((error as Error).message).toContain('the name "stage" and the tags {"team":"night"}');
  });
});

describe("findRoom", () => {
  test("returns the room, or undefined if no room matches", async () => {
    const lobby = service.putRoom({ name: "lobby" });
    expect(await findRoom({ name: "lobby" })).toMatchObject({ arn: lobby });
    expect(await findRoom({ identifier: lobby })).toMatchObject({ name: "lobby" });
    expect(await findRoom({ name: "stage" })).toBeUndefined();
    expect(await findRoom({ identifier: arn("NoSuchRoom12") })).toBeUndefined();
  });

  test("throws if access is denied, if several rooms match, and if the arguments are wrong", async () => {
    service.putRoom({ name: "twice" });
    const lobby = service.putRoom({ name: "twice" });
    expect(await failure(findRoom({ name: "twice" }))).toBeInstanceOf(AmbiguousRoomError);
    expect(await failure(findRoom({ identifier: "lobby" }))).toBeInstanceOf(InvalidRoomIdentifierError);
    service.setDenied("AKIDTEST", ["ivschat:GetRoom"]);
    expect(await failure(findRoom({ identifier: lobby }))).toBeInstanceOf(AccessDeniedError);
  });
});

describe("getRooms", () => {
  test.each([0, 1, 2, 50, 51, 500])(
    "returns all %i rooms of an account, with their limits and sorted by ARN",
    async (count) => {
      const arns = Array.from({ length: count }, (_, index) =>
        service.putRoom({ name: `room-${index}`, maximumMessageLength: (index % 500) + 1 }),
      );
      const { rooms } = await getRooms({}, {});
      expect(rooms.map((room) => room.arn)).toEqual(arns.sort());
      for (const { arn: identifier, maximumMessageLength } of rooms) {
        expect(service.room(identifier)).toMatchObject({ maximumMessageLength });
      }
    },
  );

  test("filters by each of its arguments, and by several together", async () => {
    const logging = arn("x").replace("room/x", "logging-configuration/ChatLogs0001");
    const uri = "arn:aws:lambda:us-east-1:123456789012:function:review";
    const one = service.putRoom({ name: "live-1", tags: { stage: "a" }, messageReviewHandler: { uri } });
    const two = service.putRoom({
      name: "live-2",
      tags: { stage: "b" },
      loggingConfigurationIdentifiers: [logging],
    });
    const three = service.putRoom({ name: "Live-3", tags: { stage: "a" } });
    const found = async (args: Parameters<typeof getRooms>[0]) =>
      (await getRooms(args)).rooms.map((room) => room.arn);
    expect(await found({ namePrefix: "live-" })).toEqual([one, two].sort());
    expect(await found({ name: "live-2" })).toEqual([two]);
    expect(await found({ tags: { stage: "a" } })).toEqual([one, three].sort());
    expect(await found({ messageReviewHandlerUri: uri })).toEqual([one]);
    expect(await found({ loggingConfigurationIdentifier: logging })).toEqual([two]);
    expect(await found({ namePrefix: "live-", tags: { stage: "b" }, name: "live-2" })).toEqual([two]);
    expect(await found({ name: "none" })).toEqual([]);
  });

  test("calls GetRoom only for rooms that match", async () => {
    for (let index = 0; index < 70; index += 1)
      service.putRoom({ name: index < 3 ? `live-${index}` : `other-${index}` });
    await getRooms({ namePrefix: "live-" });
    // Two pages, the first page again to find rooms that changed meanwhile, and the three rooms.
    expect(operations(service)).toEqual([
      ...Array<string>(3).fill("ListRooms"),
      ...Array<string>(3).fill("GetRoom"),
    ]);
  });
});

describe("getLoggingConfiguration", () => {
  describe.each([
    [{ s3: { bucketName: "chat-logs" } }, { type: "s3", bucketName: "chat-logs" }],
    [{ cloudWatchLogs: { logGroupName: "/chat" } }, { type: "cloudWatchLogs", logGroupName: "/chat" }],
    [{ firehose: { deliveryStreamName: "chat" } }, { type: "firehose", deliveryStreamName: "chat" }],
    [
      { kinesis: { streamName: "chat" } },
      { type: "unknown", kind: "kinesis", value: { streamName: "chat" } },
    ],
  ])("with the destination %j", (destinationConfiguration, destination) => {
    const service = useLocalIvsChat({
      state: {
        loggingConfigurations: [
          { id: "ChatLogs0001", name: "logs", destinationConfiguration, tags: { a: "" } },
        ],
      },
    });

    test("returns all members, with the destination's type", async () => {
      const identifier = arn("x").replace("room/x", "logging-configuration/ChatLogs0001");
      expect(await getLoggingConfiguration({ identifier })).toEqual({
        arn: identifier,
        id: "ChatLogs0001",
        name: "logs",
        createTime: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        updateTime: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        state: "ACTIVE",
        destinationConfiguration: destination,
        tags: { a: "" },
      });
      expect(operations(service)).toEqual(["GetLoggingConfiguration"]);
    });
  });

  test("names a missing permission, and rejects a room's ARN before any request", async () => {
    const identifier = arn("x").replace("room/x", "logging-configuration/ChatLogs0001");
    service.setDenied("AKIDTEST", ["ivschat:GetLoggingConfiguration"]);
    const error = await failure(getLoggingConfiguration({ identifier }));
    expect((error as Error).message).toContain("grant ivschat:GetLoggingConfiguration");
    service.clearRequests();
    const wrong = await failure(getLoggingConfiguration({ identifier: arn("LobbyLobby12") }));
    expect((wrong as Error).message).toMatch(/ARN of a logging configuration.*another kind: room/);
    expect(operations(service)).toEqual([]);
  });
});
