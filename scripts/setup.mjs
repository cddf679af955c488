// Sets up the checkout: installs the npm and Python packages, and provides a Pulumi engine with language hosts for the tests and the demo.
// Uses no dependencies, because the script runs before node_modules exists.
import { installPackages } from "./setup/packages.mjs";
import { provideEngine } from "./setup/engine.mjs";
import { installPythonPackages } from "./setup/python.mjs";
import { expected, say } from "./setup/progress.mjs";

const usage = `usage: node scripts/setup.mjs [--packages-only | --print-engine-path]
  --packages-only      install the npm packages, leave the engine
  --print-engine-path  afterwards print the folder that holds the engine, and nothing else, on stdout`;

try {
  const flags = readFlags(process.argv.slice(2));
  await installPackages();
  if (!flags.has("--packages-only")) {
    const folder = await provideEngine();
    await installPythonPackages();
    if (flags.has("--print-engine-path")) process.stdout.write(`${folder}\n`);
  }
} catch (error) {
  say(error.expected ? error.message : error.stack);
  process.exitCode = 1;
}

function readFlags(args) {
  const unknown = args.find((arg) => !["--packages-only", "--print-engine-path"].includes(arg));
  if (unknown !== undefined) throw expected(`unknown flag ${unknown}\n${usage}`);
  if (args.length > 1) throw expected(`${args.join(" and ")} do not go together\n${usage}`);
  return new Set(args);
}
