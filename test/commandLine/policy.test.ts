import { filesOf, readmeOf } from "../examples/exampleProject";
import { runnablePolicyPack } from "../support/policyPack";
import { useProject } from "../support/project";
import { expectReadmeOutput } from "../support/readmeOutput";
import { arn, useLocalIvsChat } from "../support/service";

const lobby = arn("AbCdEfGhIjKl");
const stage = arn("MnOpQrStUvWx");
const uri = "arn:aws:lambda:us-east-1:123456789012:function:review";

const rooms = [
  { arn: lobby, maximumMessageRatePerSecond: 20, messageReviewHandler: { uri }, tags: { team: "live" } },
  { arn: stage, maximumMessageRatePerSecond: 100, tags: { team: "night" } },
];
const service = useLocalIvsChat({ state: { rooms } }, "file");
const project = useProject(
  {
    ...filesOf("room-policy"),
    config: { lobbyArn: lobby, stageArn: stage },
    packages: ["@pulumi/policy"],
  },
  "file",
);
let pack: string;
beforeAll(async () => {
  pack = await runnablePolicyPack(project, "policies");
});

/** Returns the output's section about policies. */
const findings = (output: string) =>
  output.slice(output.indexOf("Policies:"), output.indexOf("Diagnostics:")).replaceAll(pack, "policies");

test("a policy pack sees a room's members in a preview, and a mandatory violation fails the preview", async () => {
  const { ok, output } = await project.pulumi("preview", "--policy-pack", pack);
  expect(ok).toBe(false);
  expectReadmeOutput(readmeOf("room-policy"), "findings", findings(output));
});

test("an advisory violation does not fail an update, but a mandatory violation fails a preview after a room has changed", async () => {
  service.updateRoom(stage, { maximumMessageRatePerSecond: 50, tags: { team: "live" } });
  const up = await project.expectOk("up", "--policy-pack", pack);
  expect(up.output).toMatch(/\[advisory\] +room-review .*stage/);
  expect(up.output).not.toContain("[mandatory]");

  service.updateRoom(lobby, { maximumMessageRatePerSecond: 51 });
  const preview = await project.pulumi("preview", "--policy-pack", pack);
  expect(preview.ok).toBe(false);
  expect(preview.output).toContain("lobby lets 51 messages a second through.");
});
