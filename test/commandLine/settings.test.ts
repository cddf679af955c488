import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { useFaultServers } from "../support/faultServer";
import { useProject, useProjects } from "../support/project";
import { arn, operations, useLocalIvsChat } from "../support/service";

const lobby = arn("LobbyLobby12");
const stage = arn("StageStage12");

const program = `
import { ExistingRoom, getRoomOutput } from "pulumi-ivschat";

export const limit = getRoomOutput({ identifier: "${lobby}" }).maximumMessageLength;
export const lobby = new ExistingRoom("lobby", { identifier: "${lobby}" });
export const stage = new ExistingRoom("stage", { identifier: "${stage}" }).name;
`;

const service = useLocalIvsChat(
  { state: { rooms: [{ arn: lobby, name: "lobby" }, { arn: stage }] } },
  "file",
);
// Enables the SDK's warning about versions of Node.js, because users see the warning too.
const env = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "" };
const project = useProject({ files: { "index.ts": program }, env }, "file");
let config: string;
beforeAll(async () => {
  config = await readFile(join(project.folder, "Pulumi.dev.yaml"), "utf8");
});
beforeEach(async () => {
  service.clearRequests();
  // Restores the stack's configuration file, because `--config` writes to the file.
  await project.write("Pulumi.dev.yaml", config);
});

const createProject = useProjects();
const startFaultServer = useFaultServers();
const preview = (setting: string) => project.pulumi("preview", "--diff", "--config", setting);

test.each([
  ["aws:maxRetries=x", "maxRetries of the stack's aws: configuration must be a whole number"],
  ['aws:assumeRoles=[{"roleArn":5}]', "assumeRoles[0].roleArn of the stack's aws: configuration must be"],
])(
  "%s is rejected before any request, with a one-line error that names the key",
  async (setting, message) => {
    const { ok, output } = await preview(setting);
    expect(ok).toBe(false);
    const lines = output.split("\n").filter((line) => line.includes(message));
    // The program and each of its two resources report the error, unless the engine stops earlier.
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(3);
    expect(output).not.toMatch(/\n +at |Warning/);
    expect(service.requests).toEqual([]);
  },
);

test("a misspelt key of the ivschat: configuration causes a warning that suggests the right key", async () => {
  const { ok, output } = await preview("ivschat:requestPerSecond=2");
  expect(ok).toBe(true);
  expect(output).toMatch(/warning: .*ivschat:requestPerSecond.*requestsPerSecond/);
});

test("keys in the environment take precedence over AWS_PROFILE, without a warning", async () => {
  const files = join(project.folder, "credentials");
  await writeFile(files, "[other]\naws_access_key_id = AKIDOTHER\naws_secret_access_key = other-secret\n");
  const command = project.start(["preview"], { AWS_PROFILE: "other", AWS_SHARED_CREDENTIALS_FILE: files });
  expect(await command.ended).toMatchObject({ ok: true, stderr: "" });
  expect(new Set(service.requests.map(({ accessKeyId }) => accessKeyId))).toEqual(new Set(["AKIDTEST"]));
});

test("a gateway's error with a numeric code is reported without a stack trace", async () => {
  const body = JSON.stringify({ code: 403, message: "Forbidden" });
  const gateway = await startFaultServer([
    ({ response }) => response.writeHead(403, { "content-type": "application/json" }).end(body),
  ]);
  const { ended } = project.start(["preview"], { AWS_ENDPOINT_URL_IVSCHAT: gateway.endpoint });
  const { ok, output } = await ended;
  expect(ok).toBe(false);
  expect(output).toMatch(/got an answer with status 403 that is not from the service/);
  expect(output).not.toMatch(/TypeError|\n +at |Warning/);
});

test("recorded rooms are rejected before any request if their account is no longer allowed", async () => {
  expect((await project.pulumi("up", "--skip-preview")).ok).toBe(true);
  service.clearRequests();
  const { ok, output } = await preview('aws:allowedAccountIds=["999999999999"]');
  expect(ok).toBe(false);
  expect(output).toMatch(/account 123456789012 is not one of allowedAccountIds/);
  expect(operations(service)).toEqual([]);
});

test("requireRoom accepts an ExistingRoom that was exported whole, and returns the room's ID instead of the resource's ID", async () => {
  const other = await createProject({
    name: "other",
    files: {
      "index.ts": `
        import * as pulumi from "@pulumi/pulumi";
        import { requireRoom } from "pulumi-ivschat";
        const room = requireRoom(new pulumi.StackReference("organization/rooms/dev"), "lobby");
        export const id = room.id;
        export const arn = room.arn;
      `,
    },
    beside: project,
  });
  expect((await other.pulumi("up", "--skip-preview")).ok).toBe(true);
  expect(await other.outputs()).toEqual({ id: "LobbyLobby12", arn: lobby });
});
