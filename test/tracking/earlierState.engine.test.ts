import type { Deployment } from "@pulumi/pulumi/automation";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ExistingRoom } from "../../src";
import { version } from "../../package.json";
import { useEngine } from "../support/engine";
import { arn, useLocalIvsChat } from "../support/service";

const states = join(__dirname, "..", "state");
const lobby = arn("LobbyLobby12");
const time = "2026-01-02T03:04:05.678Z";
const room = {
  arn: lobby,
  name: "lobby",
  tags: { stage: "live" },
  maximumMessageLength: 250,
  maximumMessageRatePerSecond: 7,
  createTime: time,
  updateTime: time,
  loggingConfigurationIdentifiers: [
    "arn:aws:ivschat:us-east-1:123456789012:logging-configuration/ChatLogs0001",
  ],
  messageReviewHandler: {
    uri: "arn:aws:lambda:us-east-1:123456789012:function:review",
    fallbackResult: "DENY" as const,
  },
};
const engine = useEngine();
const service = useLocalIvsChat({ state: { rooms: [room] } });

const program = () => {
  const { maximumMessageLength } = new ExistingRoom("lobby", { identifier: lobby });
  return Promise.resolve({ maximumMessageLength });
};

// To write the file for a release: WRITE_STATE=1 npx jest test/tracking/earlierState
async function write(file: string): Promise<void> {
  const stack = await engine.stack({ name: "written", program });
  expect((await stack.up()).ok).toBe(true);
  const exported = await stack.exportState();
  const deployment = { ...(exported.deployment as Record<string, unknown>), secrets_providers: undefined };
  const text = JSON.stringify({ ...exported, deployment }, withoutPaths, 2).replaceAll("written", "test");
  writeFileSync(file, `${text}\n`);
}

const withoutPaths = (key: string, value: unknown) =>
  key === "sourcePosition" || key === "stackTrace" ? undefined : value;

if (process.env.WRITE_STATE) {
  test("this version's state is written to a file", () => write(join(states, `${version}.json`)));
}

// The current version must have a file too.
const versions = new Set([...readdirSync(states).map((file) => file.replace(".json", "")), version]);

describe.each([...versions])("the state that version %s wrote", (name) => {
  test("shows no change in a preview, shows drift, and can be refreshed and destroyed", async () => {
    const stack = await engine.stack({ program });
    await stack.importState(JSON.parse(readFileSync(join(states, `${name}.json`), "utf8")) as Deployment);
    const unchanged = await stack.preview({ expectNoChanges: true });
    expect(unchanged).toMatchObject({ ok: true, changes: { same: 2 } });

    service.updateRoom(lobby, { maximumMessageLength: 100 });
    const drift = await stack.preview({ diff: true });
    expect(drift.changes).toEqual({ same: 1, update: 1 });
    expect(drift.output).toMatch(/maximumMessageLength *: 250 => 100/);

    expect((await stack.refresh()).ok).toBe(true);
    const [recorded] = (await stack.state()).filter(({ type }) => type.endsWith("ivschat:ExistingRoom"));
    expect(recorded?.outputs?.maximumMessageLength).toBe(100);
    expect((await stack.destroy()).ok).toBe(true);
    await stack.remove();
  });
});

// If the service adds a member to rooms, all existing state lacks this member.
const member = "maximumMessageRatePerSecond";
const withoutMember = (stack: string) => {
  const text = readFileSync(join(states, "1.0.0.json"), "utf8")
    .replaceAll("urn:pulumi:test::", `urn:pulumi:${stack}::`)
    .replaceAll("rooms-test", `rooms-${stack}`);
  return JSON.parse(text, (key, value: unknown) => (key === member ? undefined : value)) as Deployment;
};

describe("a stack whose state lacks a member that rooms have", () => {
  test("shows the member as added, and records the member in an update", async () => {
    const stack = await engine.stack({ name: "added", program });
    await stack.importState(withoutMember("added"));
    const added = await stack.preview({ diff: true });
    expect(added.changes).toEqual({ same: 1, update: 1 });
    expect(added.output).toMatch(new RegExp(`\\+ ${member} *: 7`));
    expect((await stack.up()).ok).toBe(true);
    expect(await stack.preview({ expectNoChanges: true })).toMatchObject({ ok: true });
  });

  test("does not contain a deleted room after a refresh", async () => {
    const stack = await engine.stack({ name: "gone", program });
    await stack.importState(withoutMember("gone"));
    service.deleteRoom(lobby);
    expect((await stack.refresh()).ok).toBe(true);
    expect((await stack.state()).filter(({ type }) => type.endsWith("ivschat:ExistingRoom"))).toEqual([]);
  });
});
