import { describePython, pythonProject } from "../support/pythonProject";
import { filesOf } from "./exampleProject";
import { testDocumentedProgram, testPluginExample } from "./pluginExample";

describePython("the Python example", () => {
  const { name, files } = filesOf("python");
  const chatSettings = `{"lobby": {"longestMessage": 500}, "stage": {"longestMessage": 140}}`;
  testPluginExample(
    "python",
    { ...pythonProject(files, { config: {} }), ...(name === undefined ? {} : { name }) },
    { maximumMessageLength: 500, chatSettings },
  );
});

describePython("the Python program of docs/languages.md", () => {
  testDocumentedProgram("python", (program) => pythonProject({ "__main__.py": program }));
});
