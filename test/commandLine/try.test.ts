import { resolve } from "node:path";
import { useProject } from "../support/project";
import { arn, operations, useLocalIvsChat } from "../support/service";
import { writeFileSync } from "node:fs";
const lobby = arn("LobbyLobby12");
const service = useLocalIvsChat({ state: { rooms: [{ arn: lobby, name: "lobby", tags: { stage: "live" } }] } }, "file");
const plugins = { providers: [{ name: "ivschat", path: resolve(__dirname, "../../plugin") }] };
const project = useProject({ files: {}, runtime: "yaml", packages: ["@pulumi/aws"], config: {"ivschat:region": "us-east-1", key: {value: "AKIDTEST", secret: true}, secretKey: {value: "test-secret", secret: true}, lobby: {value: lobby, secret: true}}, settings: { plugins,
 config: { key: {type: "string"}, secretKey: {type:"string"}, lobby: {type: "string"}},
 variables: { lobby1: { "fn::invoke": { function: "ivschat:getRoom", arguments: { name: "lobby" } } } },
 resources: {
   later: { type: "aws:ssm/parameter:Parameter", properties: { type: "String", value: "x" } },
   hidden: { type: "ivschat:ExistingRoom", properties: { identifier: "${lobby}" }, options: {provider: "${p}"} },
   p: { type: "pulumi:providers:ivschat", properties: { region: "us-east-1", accessKey: "${key}", secretKey: "${secretKey}" } },
   tracked: { type: "ivschat:ExistingRoom", properties: { identifier: lobby } } },
 outputs: { length: "${lobby1.maximumMessageLength}", later: "${later.arn}" , hid: "${hidden.name}"},
}}, "file");
test("x", async () => {
  const log: string[] = [];
  for (const c of ["preview --diff --logtostderr -v=9", "preview --json", "up --skip-preview --logtostderr -v=9","stack export", "preview --expect-no-changes", "destroy --skip-preview"]) {
    const before = service.requests.length;
    const t = Date.now();
    const r = await project.pulumi(...c.split(" "));
    log.push(`== ${c} ${r.code} ${Date.now()-t} ${operations(service).slice(before)}`, r.output);
  }
  writeFileSync("/tmp/yamltry/out", log.join("\n"));
});
