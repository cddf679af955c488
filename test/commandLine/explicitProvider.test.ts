import { type Project, useProjects } from "../support/project";
import { arn, operations, useLocalIvsChat } from "../support/service";

const lobby = arn("LobbyLobby12");
const identifier = JSON.stringify(lobby);

const service = useLocalIvsChat({ state: { rooms: [{ arn: lobby, name: "lobby" }] } });
const createProject = useProjects();
let project: Project;

const start = async (program: string, aws = "@pulumi/aws") => {
  project = await createProject({
    files: {
      "index.ts": `import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ExistingRoom, getRoom, getRoomOutput } from "pulumi-ivschat";
${program}`,
    },
    packages: [aws],
  });
};

describe.each(["@pulumi/aws", "@pulumi/aws-v6"])("reads with an explicit aws.Provider of %s", (aws) => {
  test("return the room in the first preview, and later previews show a change only if the room has changed", async () => {
    await start(
      `const provider = new aws.Provider("us", { region: "us-east-1", retryMode: "standard" });
const room = new ExistingRoom("lobby", { name: "lobby" }, { provider });
export const got = ExistingRoom.get("got", ${identifier}, {}, { provider }).maximumMessageLength;
export const tracked = room.maximumMessageLength;
export const read = getRoomOutput({ identifier: ${identifier} }, { provider }).maximumMessageLength;
export const awaited = getRoom({ identifier: ${identifier} }, { provider }).then((room) => room.arn);
class Component extends pulumi.ComponentResource {
  constructor(opts: pulumi.ComponentResourceOptions) {
    super("rooms:index:Component", "component", {}, opts);
    new ExistingRoom("handed-down", { identifier: ${identifier} }, { parent: this });
  }
}
new Component({ providers: [provider] });
`,
      aws,
    );
    const first = await project.pulumi("preview", "--diff");
    expect(first).toMatchObject({ ok: true, stderr: "" });
    expect(first.output).toMatch(/tracked *: 500/);
    expect(first.output).toMatch(/read +: 500/);
    expect(first.output).toMatch(/got +: 500/);
    expect(first.output).not.toContain("unknown");
    expect(operations(service)).toContain("GetRoom");

    expect(await project.pulumi("up")).toMatchObject({ ok: true, stderr: "" });
    const quiet = await project.pulumi("preview", "--diff", "--expect-no-changes");
    expect(quiet).toMatchObject({ ok: true, stderr: "" });

    service.updateRoom(lobby, { maximumMessageLength: 250 });
    const drift = await project.pulumi("preview", "--diff", "--expect-no-changes");
    expect(drift.ok).toBe(false);
    expect(drift.output.match(/~ maximumMessageLength *: 500 => 250/g)).toHaveLength(3);
    expect(drift.output).toMatch(/~ read *: 500 => 250/);
    expect(drift.output).not.toContain("replace");
  });
});

describe("an unknown setting of a provider", () => {
  const later = `const later = new aws.ssm.Parameter("later", { type: "String", value: "us-east-1" });
// Unknown until the parameter exists.
const unknown = (value: string) => later.arn.apply(() => value);
`;

  test("makes the reads that need the setting unknown, without a request", async () => {
    const settings = [
      "region: unknown('us-east-1')",
      "profile: unknown('p')",
      "allowedAccountIds: [unknown('1')]",
    ];
    const reads = settings.map(
      (setting, index) => `
const provider${index} = new aws.Provider("us${index}", { ${setting} });
export const tracked${index} = new ExistingRoom("lobby${index}", { name: "lobby" }, { provider: provider${index} }).name;
export const read${index} = getRoomOutput({ name: "lobby" }, { provider: provider${index} }).name;
`,
    );
    await start(`${later}${reads.join("")}
export const got = ExistingRoom.get("got", ${identifier}, {}, { provider: provider1 }).name;
`);
    const preview = await project.pulumi("preview", "--diff");
    expect(preview).toMatchObject({ ok: true, stderr: "" });
    for (const name of ["tracked0", "tracked1", "tracked2", "read0", "read1", "read2", "got"]) {
      expect(preview.output).toMatch(new RegExp(`${name} *: \\[unknown\\]`));
    }
    expect(operations(service)).toEqual([]);
  });

  test("affects only the reads that need the setting", async () => {
    await start(`${later}
const provider = new aws.Provider("us", { region: unknown("eu-west-1"), profile: unknown("p"), retryMode: unknown("adaptive") });
const credentials = { accessKey: "AKIDTEST", secretKey: "test-secret" };
const inRegion = new aws.Provider("other", { region: unknown("eu-west-1"), profile: unknown("p"), ...credentials });
const region = "us-east-1";
const noProfile = new aws.Provider("no", { region: unknown("eu-west-1"), maxRetries: later.arn.apply(() => 3) });
export const tracked = new ExistingRoom("lobby", { identifier: ${identifier} }, { provider: noProfile }).maximumMessageLength;
export const read = getRoomOutput({ identifier: ${identifier} }, { provider: inRegion }).maximumMessageLength;
export const named = getRoomOutput({ name: "lobby", region }, { provider: noProfile }).maximumMessageLength;
export const blind = getRoomOutput({ identifier: ${identifier} }, { provider }).maximumMessageLength;
`);
    const preview = await project.pulumi("preview", "--diff");
    expect(preview).toMatchObject({ ok: true, stderr: "" });
    for (const name of ["tracked", "read", "named"]) {
      expect(preview.output).toMatch(new RegExp(`${name} *: 500`));
    }
    expect(preview.output).toMatch(/blind *: \[unknown\]/);
  });
});
