import { LocalWorkspace, type Stack } from "@pulumi/pulumi/automation/index.js";
import { program } from "./program.js";

// One operation of a stack in a process of its own, as `pulumi` has it. The last line printed says in JSON what came of it.
async function main(operation: string): Promise<void> {
  const stack = await LocalWorkspace.createOrSelectStack(
    { projectName: "matrix", stackName: "test", program },
    { workDir: process.cwd(), projectSettings: { name: "matrix", runtime: "nodejs" } },
  );
  let output = "";
  let changes: unknown;
  const options = {
    color: "never" as const,
    onOutput: (text: string) => {
      output += text;
    },
    onEvent: (event: { summaryEvent?: { resourceChanges?: unknown } }) => {
      changes = event.summaryEvent?.resourceChanges ?? changes;
    },
  };
  const outputs = await run(stack, operation, options);
  console.log(JSON.stringify({ ...(await stack.exportStack()), output, changes, outputs }));
}

async function run(stack: Stack, operation: string, options: object): Promise<unknown> {
  if (operation === "preview") await stack.preview({ ...options, diff: true });
  else if (operation === "up") return (await stack.up(options)).outputs;
  else if (operation === "refresh") await stack.refresh(options);
  else throw new Error(`no such operation: ${operation}`);
  return undefined;
}

main(process.argv[2] ?? "").catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
