import { describeGo, goProject } from "../support/goProject";
import { filesOf } from "./exampleProject";
import { testPluginExample } from "./pluginExample";

describeGo("the Go example", () => {
  const { name, files } = filesOf("go");
  const chatSettings = JSON.stringify({ lobby: { longestMessage: 500 }, stage: { longestMessage: 140 } });
  testPluginExample(
    "go",
    { ...goProject(files, { config: {} }), ...(name === undefined ? {} : { name }) },
    { maximumMessageLength: 500, chatSettings },
  );
});
