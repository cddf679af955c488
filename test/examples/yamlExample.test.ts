import { readFileSync } from "node:fs";
import { join } from "node:path";
import { useProject } from "../support/project";
import { useLocalIvsChat } from "../support/service";
import { describeYaml } from "../support/yamlProject";
import { filesOf } from "./exampleProject";
import { testPluginExample } from "./pluginExample";

describeYaml("the YAML example", () => {
  testPluginExample(
    "yaml",
    { ...filesOf("yaml"), runtime: "yaml" },
    { maximumMessageLength: 500, maximumMessageRatePerSecond: 20 },
  );
});

describeYaml("the YAML program of docs/languages.md", () => {
  useLocalIvsChat({
    state: {
      rooms: [
        { arn: "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl", maximumMessageLength: 500 },
        { name: "stage", maximumMessageLength: 140 },
      ],
    },
  });
  const docs = readFileSync(join(__dirname, "../../docs/languages.md"), "utf8");
  const program = /```yaml\n(name: rooms\n[\s\S]*?)```/.exec(docs)?.[1] ?? "";
  const project = useProject({
    files: { "Pulumi.yaml": program },
    runtime: "yaml",
    withPackage: true,
    config: { "ivschat:region": "us-east-1" },
  });

  test("previews the limits of two rooms", async () => {
    const { ok, output } = await project.pulumi("preview", "--diff");
    expect(ok).toBe(true);
    expect(output).toMatch(/inLobby: 500\n.*onStage: 140/);
  });
});
