import type { StackOptions } from "../support/engine";
import { useEngine } from "../support/engine";
import { arn, operations, useLocalIvsChat } from "../support/service";
import { Sink } from "../support/sink";
import { ExistingRoom, getRoom } from "../../src";

const lobby = arn("LobbyLobby12");
const stage = arn("StageStage12");
const engine = useEngine();
const service = useLocalIvsChat({
  state: {
    rooms: [
      {
        arn: lobby,
        name: "lobby",
        tags: { team: "live", empty: "" },
        maximumMessageLength: 500,
        maximumMessageRatePerSecond: 100,
      },
      { arn: stage, name: "stage" },
    ],
  },
});

const stackOf = (program: StackOptions["program"]) => engine.stack({ program });

/** Returns a program with one room, and a resource that uses the room's members. */
const tracking = (identifier: string) => () => {
  const room = new ExistingRoom("lobby", { identifier });
  const { configuration, maximumMessageLength, messageReviewHandler, tags } = room;
  const sink = new Sink("wired", {
    all: configuration,
    length: maximumMessageLength,
    handler: messageReviewHandler.uri,
    isReviewed: messageReviewHandler.apply(({ uri }) => uri !== ""),
    team: tags.apply((all) => all.team ?? "none"),
    logs: room.loggingConfigurationIdentifiers.apply((all) => all.length),
  });
  return Promise.resolve({ room: configuration, value: sink.value, id: room.id });
};

describe("an ExistingRoom", () => {
  test("shows every member in the first preview, with one GetRoom", async () => {
    const stack = await stackOf(tracking(lobby));
    const { ok, output } = await stack.preview({ diff: true });
    expect(ok).toBe(true);
    for (const line of [
      `arn                            : "${lobby}"`,
      'roomId                         : "LobbyLobby12"',
      'name                           : "lobby"',
      /createTime {21}: "\d{4}-/,
      /updateTime {21}: "\d{4}-/,
      "maximumMessageLength           : 500",
      "maximumMessageRatePerSecond    : 100",
      'fallbackResult: "ALLOW"',
      'team : "live"',
      'empty: ""',
      "loggingConfigurationIdentifiers: []",
    ]) {
      expect(output).toEqual(expect.stringMatching(typeof line === "string" ? escaped(line) : line));
    }
    expect(operations(service)).toEqual(["GetRoom"]);
  });

  test("sends one GetRoom in each preview, update and refresh", async () => {
    const stack = await stackOf(tracking(lobby));
    for (const operation of ["up", "preview", "refresh", "up"] as const) {
      service.clearRequests();
      expect((await stack[operation]()).ok).toBe(true);
      expect(operations(service)).toEqual(["GetRoom"]);
    }
  });

  test("shows no change while the room is unchanged, and dependent values stay known", async () => {
    const stack = await stackOf(tracking(lobby));
    const { outputs } = await stack.up();
    const again = await stack.preview({ diff: true, expectNoChanges: true });
    expect(again.ok).toBe(true);
    expect(again.changes).toEqual({ same: 3 });
    expect(again.output).not.toMatch(/unknown|computed|output</i);
    expect(outputs?.value?.value).toMatchObject({
      handler: "",
      isReviewed: false,
      team: "live",
      logs: 0,
      length: 500,
    });
  });

  test("shows drift in each changed member, and the effect of the drift on other resources", async () => {
    const stack = await stackOf(tracking(lobby));
    await stack.up();
    service.updateRoom(lobby, {
      maximumMessageLength: 250,
      tags: { team: "night" },
      messageReviewHandler: {
        uri: "arn:aws:lambda:us-east-1:123456789012:function:review",
        fallbackResult: "DENY",
      },
    });
    const { ok, output, changes } = await stack.preview({ diff: true });
    expect(ok).toBe(true);
    expect(changes).toEqual({ same: 1, update: 2 });
    const [, room = "", sink = ""] = output.split(/~ pulumi-nodejs:/);
    expect(linesOf(room, "~")).toEqual([
      "~ maximumMessageLength           : 500 => 250",
      "~ messageReviewHandler           : {",
      '~ fallbackResult: "ALLOW" => "DENY"',
      "~ tags                           : {",
      '~ team : "live" => "night"',
      expect.stringMatching(/^~ updateTime {21}: ".*Z" => ".*Z"$/),
    ]);
    expect(linesOf(room, "-")).toEqual(['- empty: ""']);
    expect(linesOf(room, "+")).toEqual([
      '+ uri           : "arn:aws:lambda:us-east-1:123456789012:function:review"',
    ]);
    expect(sink).toContain("length    : 500 => 250");
    const gate = await stack.preview({ expectNoChanges: true });
    expect(gate.ok).toBe(false);
    expect(gate.errorOutput).toContain("no changes were expected");
  });

  test("shows no change after a refresh that recorded the drift", async () => {
    const stack = await stackOf(() => {
      const { configuration } = new ExistingRoom("lobby", { identifier: lobby });
      return Promise.resolve({ length: configuration.maximumMessageLength });
    });
    await stack.up();
    service.updateRoom(lobby, { maximumMessageLength: 200 });
    expect((await stack.refresh()).changes).toEqual({ same: 1, update: 1 });
    const [room] = (await stack.state()).filter(({ type }) => type.includes("ExistingRoom"));
    expect(room?.outputs).toMatchObject({ maximumMessageLength: 200 });
    expect(room?.inputs).toMatchObject({ maximumMessageLength: 200 });
    expect((await stack.preview()).changes).toEqual({ same: 2 });
  });

  test("fails the preview if its room was deleted, and is removed from the state by a refresh", async () => {
    const stack = await stackOf(tracking(lobby));
    await stack.up();
    service.deleteRoom(lobby);
    const preview = await stack.preview();
    expect(preview.ok).toBe(false);
    const [error = "", another] = errorsIn(preview.output);
    expect(another).toBeUndefined();
    expect(error).toContain(
      `resource 'lobby': property identifier value {${lobby}} has a problem: cannot read room ${lobby} in us-east-1: there is no such room`,
    );
    expect((await stack.state()).map(({ type }) => type)).toContain(
      "pulumi-nodejs:dynamic/ivschat:ExistingRoom",
    );
    const refresh = await stack.refresh();
    expect(refresh.changes).toEqual({ delete: 1, same: 2 });
    expect((await stack.state()).map(({ type }) => type)).not.toContain(
      "pulumi-nodejs:dynamic/ivschat:ExistingRoom",
    );
  });

  test("is replaced if its identifier names another room, with one GetRoom", async () => {
    let identifier = lobby;
    const stack = await stackOf(() => tracking(identifier)());
    await stack.up();
    identifier = stage;
    service.clearRequests();
    const preview = await stack.preview();
    expect(preview.changes).toMatchObject({ replace: 1 });
    expect(operations(service)).toEqual(["GetRoom"]);
    service.clearRequests();
    const { outputs } = await stack.up();
    expect(operations(service)).toEqual(["GetRoom"]);
    expect(outputs?.id?.value).toBe(stage);
    expect(service.room(lobby)).toBeDefined();
  });

  test("is unknown while its identifier is unknown, and sends no request", async () => {
    const stack = await stackOf(() => {
      const source = new Sink("source", lobby);
      const identifier = source.id.apply(() => lobby);
      const room = new ExistingRoom("lobby", { identifier });
      const sink = new Sink("wired", room.maximumMessageLength);
      return Promise.resolve({ length: sink.value, room: room.configuration });
    });
    const preview = await stack.preview();
    expect(preview.ok).toBe(true);
    expect(operations(service)).toEqual([]);
    const { outputs } = await stack.up();
    expect(outputs?.length?.value).toBe(500);
    expect(outputs?.room?.value).toEqual(await getRoom({ identifier: lobby }));
  });

  test("shares one request with another ExistingRoom of the same room", async () => {
    const stack = await stackOf(() => {
      const rooms = ["a", "b"].map((name) => new ExistingRoom(name, { identifier: lobby }));
      return Promise.resolve({ ids: rooms.map(({ id }) => id) });
    });
    await stack.up();
    expect(operations(service)).toEqual(["GetRoom"]);
  });

  test("is destroyed without a request, and the room continues to exist", async () => {
    const stack = await stackOf(tracking(lobby));
    await stack.up();
    service.clearRequests();
    expect((await stack.destroy()).ok).toBe(true);
    expect(operations(service)).toEqual([]);
    expect(service.room(lobby)).toBeDefined();
  });

  test("takes less than 2.5 kB in the state", async () => {
    const stack = await stackOf(() => {
      new ExistingRoom("lobby", { identifier: lobby });
      return Promise.resolve();
    });
    await stack.up();
    const [room] = (await stack.state()).filter(({ type }) => type.includes("ExistingRoom"));
    // Excludes the position in the source, because its length depends on the path of this checkout.
    const {
      sourcePosition: _position,
      stackTrace: _trace,
      ...own
    } = room as unknown as Record<string, unknown>;
    expect(JSON.stringify(own).length).toBeLessThan(2500);
    expect(String(room?.inputs?.__provider).length).toBeLessThan(300);
  });
});

function linesOf(text: string, mark: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith(`${mark} `));
}

/** Returns the errors below the heading `Diagnostics`. */
function errorsIn(output: string): string[] {
  const [, diagnostics = ""] = output.split("Diagnostics:");
  return diagnostics.split("\n").filter((line) => /^\s+error:/.test(line));
}

function escaped(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
}
