// Destroys the stack without the program, and so without the package.
const { LocalWorkspace } = require("@pulumi/pulumi/automation");

LocalWorkspace.selectStack({ stackName: "test", workDir: process.cwd() })
  .then((stack) => stack.destroy({ color: "never" }))
  .then(({ summary }) => console.log(JSON.stringify({ output: summary.result })))
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
