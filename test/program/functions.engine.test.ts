import * as pulumi from "@pulumi/pulumi";
import {
  ExistingRoom,
  findRoomOutput,
  getLoggingConfigurationOutput,
  getRoomOutput,
  getRoomsOutput,
} from "../../src";
import { useEngine } from "../support/engine";
import { arn, operations, useLocalIvsChat } from "../support/service";
import { Sink } from "../support/sink";

const lobby = arn("LobbyLobby12");
const stage = arn("StageStage12");
const logs = "arn:aws:ivschat:us-east-1:123456789012:logging-configuration/ChatLogs0001";
const engine = useEngine();
const service = useLocalIvsChat({
  state: {
    rooms: [
      {
        arn: lobby,
        name: "lobby",
        tags: { stage: "live" },
        maximumMessageLength: 500,
        loggingConfigurationIdentifiers: [logs],
      },
      { arn: stage, name: "stage", tags: { stage: "live" }, maximumMessageLength: 100 },
    ],
    loggingConfigurations: [
      { arn: logs, name: "logs", destinationConfiguration: { s3: { bucketName: "chat-logs" } } },
    ],
  },
});
process.env.AWS_REGION = "us-east-1";

describe("lookups on the engine", () => {
  test("the Output forms of the functions find rooms and logging configurations, and share requests", async () => {
    const program = () => {
      const found = findRoomOutput({ name: "lobby" });
      const { rooms } = getRoomsOutput({ tags: { stage: "live" } });
      const byName = getRoomOutput({ name: "stage" });
      const logging = found.apply((room) =>
        pulumi.all(
          (room?.loggingConfigurationIdentifiers ?? []).map((identifier) =>
            getLoggingConfigurationOutput({ identifier }),
          ),
        ),
      );
      return Promise.resolve({
        found,
        nobody: findRoomOutput({ name: "nobody" }).apply((room) => room?.arn ?? "none"),
        lengths: rooms.apply((all) => all.map(({ maximumMessageLength }) => maximumMessageLength)),
        byName: byName.arn,
        destination: logging.apply(([first]) => first?.destinationConfiguration),
      });
    };
    const stack = await engine.stack({ name: "finding", program });
    const { ok, outputs } = await stack.up();
    expect(ok).toBe(true);
    expect(outputs).toMatchObject({
      found: { value: { arn: lobby, maximumMessageLength: 500 } },
      nobody: { value: "none" },
      lengths: { value: [500, 100] },
      byName: { value: stage },
      destination: { value: { type: "s3", bucketName: "chat-logs" } },
    });
    expect(operations(service).filter((operation) => operation === "GetRoom")).toHaveLength(2);
    expect(operations(service).filter((operation) => operation === "GetLoggingConfiguration")).toHaveLength(
      1,
    );
  });

  test("the Output forms of the functions wait for the resources that their arguments depend on, and send no request in a preview", async () => {
    const program = () => {
      const made = new Sink("made", { name: "lobby", logs });
      const name = made.value.apply((value) => (value as { name: string }).name);
      const identifier = made.value.apply((value) => (value as { logs: string }).logs);
      return Promise.resolve({
        found: findRoomOutput({ name }).apply((room) => room?.arn),
        all: getRoomsOutput({ name }).rooms.apply((rooms) => rooms.length),
        bucket: getLoggingConfigurationOutput({ identifier }).destinationConfiguration,
      });
    };
    const stack = await engine.stack({ name: "waiting", program });
    const preview = await stack.preview();
    expect([preview.ok, service.requests.length]).toEqual([true, 0]);
    const { outputs } = await stack.up();
    expect(outputs).toMatchObject({
      found: { value: lobby },
      all: { value: 1 },
      bucket: { value: { type: "s3", bucketName: "chat-logs" } },
    });
  });

  test("an ExistingRoom with a name is replaced if another room now has the name", async () => {
    const program = () => {
      const room = new ExistingRoom("lobby", { name: "lobby" });
      new Sink("wired", { length: room.maximumMessageLength });
      return Promise.resolve({ arn: room.arn });
    };
    const stack = await engine.stack({ name: "following", program });
    expect(await stack.up()).toMatchObject({ ok: true, outputs: { arn: { value: lobby } } });
    expect(await stack.preview({ expectNoChanges: true })).toMatchObject({ ok: true });
    service.updateRoom(lobby, { name: "old-lobby" });
    service.updateRoom(stage, { name: "lobby" });
    service.clearRequests();
    const preview = await stack.preview({ diff: true });
    expect(preview.changes).toMatchObject({ replace: 1, update: 1 });
    expect(preview.output).toMatch(new RegExp(`~ arn +: "${lobby}" => "${stage}"`));
    expect(preview.output).toMatch(/~ maximumMessageLength +: 500 => 100/);
    expect(operations(service)).toEqual(["ListRooms", "GetRoom"]);
    expect(await stack.up()).toMatchObject({ ok: true, outputs: { arn: { value: stage } } });
    expect(await stack.destroy()).toMatchObject({ ok: true });
    expect(service.rooms()).toHaveLength(2);
  });

  test("an ExistingRoom with tags has an error about the tags if no room matches, and an error that lists the ARNs if several rooms match", async () => {
    const program = (tags: Record<string, string>) => () => {
      new ExistingRoom("tagged", { tags });
      return Promise.resolve();
    };
    const stack = await engine.stack({ name: "tagged", program: program({ stage: "test" }) });
    expect((await stack.preview()).output).toMatch(
      /there is no room with the tags .*stage.* in us-east-1 \(searched 2 rooms\)/,
    );
    const several = await stack.preview({ program: program({ stage: "live" }) });
    expect(several.output).toContain(lobby);
    expect(several.output).toContain(stage);
  });
});

describe("a slow read", () => {
  test.each<[string, () => unknown]>([
    ["a function", () => getRoomOutput({ identifier: lobby })],
    ["an ExistingRoom", () => new ExistingRoom("lobby", { identifier: lobby })],
  ])(
    "of %s that takes longer than two seconds shows one ephemeral progress line and no other message",
    async (what, read) => {
      service.setLatency(2300);
      const program = () => {
        read();
        return Promise.resolve();
      };
      const stack = await engine.stack({ name: what.replaceAll(" ", "-"), program });
      const { ok, events } = await stack.preview();
      expect(ok).toBe(true);
      const told = events
        .flatMap(({ diagnosticEvent }) => diagnosticEvent ?? [])
        .filter(({ prefix }) => !prefix?.startsWith("debug"));
      expect(told.map(({ message, ephemeral }) => [message.trim(), ephemeral])).toEqual([
        ["Reading IVS Chat rooms: waiting for the answer to GetRoom, attempt 1 of 3", true],
      ]);
    },
  );
});
