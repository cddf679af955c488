import { describeYaml } from "../support/yamlProject";
import { filesOf } from "./exampleProject";
import { testDocumentedProgram, testPluginExample } from "./pluginExample";

describeYaml("the YAML example", () => {
  testPluginExample(
    "yaml",
    { ...filesOf("yaml"), runtime: "yaml" },
    { maximumMessageLength: 500, maximumMessageRatePerSecond: 20 },
  );
});

describeYaml("the YAML program of docs/languages.md", () => {
  testDocumentedProgram("yaml", (program) => ({ files: { "Pulumi.yaml": program }, runtime: "yaml" }));
});
