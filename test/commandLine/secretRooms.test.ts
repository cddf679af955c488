import { markerKey } from "../../src/room/markers";
import { leaksIn, runWithoutLeaks } from "../support/leaks";
import { useProject } from "../support/project";
import { arn, operations, useLocalIvsChat } from "../support/service";

const hidden = arn("HushHushHush");
const open = arn("OpenOpenOpen");

const program = `
import * as pulumi from "@pulumi/pulumi";
import { ExistingRoom } from "pulumi-ivschat";
const config = new pulumi.Config();
const identifier = config.requireSecret("identifier");
const name = config.requireSecret("name");
const tags = { team: config.requireSecret("tag") };
export const whole = new ExistingRoom("by-identifier", { identifier });
export const members = [whole.arn, whole.name, whole.maximumMessageLength];
export const { configuration } = new ExistingRoom("by-name", { name });
export const byTags = new ExistingRoom("by-tags", { tags }).tags;
export const got = ExistingRoom.get("got", identifier).configuration;
export const plain = new ExistingRoom("plain", { identifier: "${open}" }).configuration;
`;
const secrets = [hidden, "HushHushHush", "whispers", "murmur-42"];

const service = useLocalIvsChat({
  state: {
    rooms: [
      { arn: hidden, name: "whispers", tags: { team: "murmur-42" }, maximumMessageLength: 77 },
      { arn: open, name: "open" },
    ],
  },
});
const project = useProject({
  files: { "index.ts": program },
  // PULUMI_DEBUG_COMMANDS enables --event-log, with which the engine writes its events to a file.
  env: { AWS_REGION: "us-east-1", PULUMI_DEBUG_COMMANDS: "true" },
  config: {
    identifier: { value: hidden, secret: true },
    name: { value: "whispers", secret: true },
    tag: { value: "murmur-42", secret: true },
  },
});

test("an ExistingRoom with secret arguments stays secret in the display, outputs, events and state", async () => {
  const run = (...args: string[]) => runWithoutLeaks(project, secrets, args);
  expect((await run("preview")).output).toMatch(/tags *: \[secret\]/);
  expect(await run("up", "--skip-preview")).toMatchObject({ ok: true, stderr: "" });
  const outputs = await project.outputs();
  expect(outputs).toMatchObject({
    members: [hidden, "whispers", 77],
    configuration: { arn: hidden, id: "HushHushHush", tags: { team: "murmur-42" } },
    byTags: { team: "murmur-42" },
    got: { arn: hidden },
    whole: { arn: hidden, roomId: "HushHushHush" },
  });
  // The other room is not secret.
  expect(await project.stateFile()).toContain(open);
  expect((await run("preview", "--expect-no-changes")).ok).toBe(true);
  service.clearRequests();
  expect(await run("refresh", "--skip-preview")).toMatchObject({ ok: true, stderr: "" });
  // ListRooms still confirms that recorded rooms are unchanged.
  expect(operations(service).filter((operation) => operation === "GetRoom").length).toBeLessThan(4);

  service.updateRoom(hidden, { maximumMessageLength: 78 });
  const drift = await run("preview", "--expect-no-changes");
  expect(drift).toMatchObject({ ok: false, code: 7 });
  expect(drift.output).toContain("3 to update");

  // The engine stops at the first failure, so only secret rooms are left in the program.
  const onlySecret = program.split("\n").filter((line) => !line.includes("plain"));
  await project.write("index.ts", onlySecret.join("\n"));
  expect((await run("up", "--skip-preview")).ok).toBe(true);
  service.setDenied("AKIDTEST", ["ivschat:GetRoom", "ivschat:ListRooms"]);
  for (const command of ["preview", "refresh"]) {
    const refused = await run(command);
    expect(refused.ok).toBe(false);
    expect(refused.output).toMatch(/cannot read (room|rooms .*) ?\[secret\].* in us-east-1: access denied/);
  }
  service.setDenied("AKIDTEST", []);
  service.deleteRoom(hidden);
  const gone = await run("preview");
  expect(gone.ok).toBe(false);
  expect(gone.output).toMatch(
    /there is no room with the (name|tags) \[secret\]|cannot read room \[secret\] in us-east-1: there is no such room/,
  );
});

test("an ExistingRoom is hidden in the state while its arguments are secret, and visible again once the arguments are no longer secret", async () => {
  const lines = (identifier: string) => `
import * as pulumi from "@pulumi/pulumi";
import { ExistingRoom } from "pulumi-ivschat";
new ExistingRoom("room", { identifier: ${identifier} });
`;
  await project.write("index.ts", lines(JSON.stringify(hidden)));
  await project.expectOk("up", "--skip-preview");
  expect(leaksIn(await project.stateFile(), secrets)).toEqual(secrets);
  await project.write("index.ts", lines('new pulumi.Config().requireSecret("identifier")'));
  await project.expectOk("up", "--skip-preview");
  expect(leaksIn(await project.stateFile(), secrets)).toEqual([]);
  await project.expectOk("preview", "--expect-no-changes");
  await project.write("index.ts", lines(JSON.stringify(hidden)));
  await project.expectOk("up", "--skip-preview");
  const [room] = (await project.state()).filter(({ type }) => type.endsWith(":ExistingRoom"));
  expect(room?.id).toBe(hidden);
});

// The engine itself removes values of secret configuration from its output, so this program has none.
test("a warning about a room that a secret name selects does not contain the room's ARN", async () => {
  const arnOfCave = service.putRoom({ name: "cave", tags: { [markerKey]: "x" } });
  await project.write(
    "index.ts",
    `
import * as pulumi from "@pulumi/pulumi";
import { ExistingRoom, getRoomOutput } from "pulumi-ivschat";
const name = pulumi.secret("cave");
new ExistingRoom("cave", { name });
export const { maximumMessageLength } = pulumi.all({ room: getRoomOutput({ name }) }).room;
`,
  );
  for (const command of ["preview", "up"]) {
    const { output } = await project.expectOk(command, ...(command === "up" ? ["--skip-preview"] : []));
    expect(output).toContain("room [secret]: omitted the tag");
    expect(output).not.toContain(arnOfCave);
  }
});
