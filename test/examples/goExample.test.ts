import { describeGo, goProject } from "../support/goProject";
import { filesOf } from "./exampleProject";
import { testDocumentedProgram, testPluginExample } from "./pluginExample";

const { name, files } = filesOf("go");

describeGo("the Go example", () => {
  const chatSettings = JSON.stringify({ lobby: { longestMessage: 500 }, stage: { longestMessage: 140 } });
  testPluginExample(
    "go",
    { ...goProject(files, { config: {} }), ...(name === undefined ? {} : { name }) },
    { maximumMessageLength: 500, chatSettings },
  );
});

describeGo("the Go program of docs/languages.md", () => {
  testDocumentedProgram("go", (program) =>
    goProject({ "main.go": program, "go.mod": files["go.mod"] ?? "" }),
  );
});
