import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { leaksIn, runWithoutLeaks } from "../support/leaks";
import { answerSts, secretOfRole } from "../support/localSts";
import { useProject } from "../support/project";
import { arn, useLocalIvsChat } from "../support/service";

const lobby = arn("LobbyLobby12");
const secrets = [
  "external+id/hush",
  "statement-of-a-policy",
  "http://hidden-proxy.corp:3128",
  "10.99.0.0/16",
];
const [externalId, sid, proxy, noProxy] = secrets;

const service = useLocalIvsChat({ state: { rooms: [{ arn: lobby, name: "lobby" }] } });
const project = useProject({
  files: { "index.ts": "" },
  // PULUMI_DEBUG_COMMANDS enables --event-log, with which the engine writes its events to a file.
  env: { AWS_REGION: "us-east-1", PULUMI_DEBUG_COMMANDS: "true" },
  packages: ["@pulumi/aws"],
});
let sts: Server;
const refused = new Map<string, string>();
beforeEach(async () => {
  sts = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      answerSts(body, response, refused);
    });
  });
  await new Promise<void>((resolve) => sts.listen(0, "127.0.0.1", resolve));
});
afterEach(() => {
  sts.close();
  refused.clear();
});

const program = (settings: string) => `
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ExistingRoom } from "pulumi-ivschat";
const provider = new aws.Provider("us", { region: "us-east-1", ${settings} });
export const room = new ExistingRoom("lobby", { identifier: "${lobby}" }, { provider });
export const clear = pulumi.unsecret(room.configuration);
`;

const run = (...args: string[]) => runWithoutLeaks(project, secrets, args);

test("an ExistingRoom uses the secret settings of an explicit provider, and the settings stay secret", async () => {
  service.setCaller("ASIAREADER", { account: "123456789012", ...secretOfRole("ASIAREADER") });
  const endpoint = `http://127.0.0.1:${(sts.address() as AddressInfo).port}`;
  const role = "arn:aws:iam::123456789012:role/reader";
  const policy = JSON.stringify({ Statement: [{ Sid: sid }] });
  await project.write(
    "index.ts",
    program(`
  endpoints: [{ ivschat: "${service.endpoint}", sts: "${endpoint}" }],
  httpsProxy: pulumi.secret("${proxy}"), noProxy: pulumi.secret("${noProxy}"),
  assumeRoles: [{ roleArn: "${role}", externalId: pulumi.secret("${externalId}"), policy: pulumi.secret(${JSON.stringify(policy)}) }],
`),
  );
  const preview = await run("preview");
  expect(preview).toMatchObject({ ok: true, stderr: "" });
  expect(preview.output).toMatch(/assumeRoles *: \[secret\]/);
  expect(await run("up", "--skip-preview")).toMatchObject({ ok: true, stderr: "" });
  expect(service.requests.map(({ accessKeyId }) => accessKeyId)).toContain("ASIAREADER");
  const [recorded] = (await project.state()).filter(({ type }) => type.endsWith(":ExistingRoom"));
  expect(JSON.stringify(recorded?.outputs?.connection)).toContain(externalId);
  // Settings that are not secret are visible.
  expect(await project.stateFile()).toContain(service.endpoint);
  expect((await run("preview", "--expect-no-changes")).ok).toBe(true);
  expect(await run("refresh", "--skip-preview")).toMatchObject({ ok: true, stderr: "" });
  refused.set(role, "");
  for (const command of ["preview", "refresh"]) expect((await run(command)).ok).toBe(false);
});

test.each([
  ["a proxy with a password", `httpsProxy: pulumi.secret("bob:hush-hush-password@127.0.0.1:9")`],
  ["a proxy with a password", `httpProxy: "http://bob:hush-hush-password@127.0.0.1:9"`],
  [
    "an endpoint with a password",
    `endpoints: [{ ivschat: pulumi.secret("http://bob:hush-hush-password@127.0.0.1:9") }]`,
  ],
])("an ExistingRoom rejects an explicit provider with %s: %s", async (what, setting) => {
  await project.write("index.ts", program(setting));
  const { ok, output } = await project.pulumi("preview");
  expect(ok).toBe(false);
  expect(output).toContain(`an ExistingRoom cannot use an aws.Provider with ${what}`);
  expect(leaksIn(output, secrets)).toEqual([]);
});
