// Runs `index.ts` of this folder as `pulumi` does: by the ts-node and the TypeScript that @pulumi/pulumi finds, or brings along, with the
// same compiler options. The program runs in this process, where no language host is needed. The last line printed is what came of it.
const { existsSync } = require("node:fs");
const { join } = require("node:path");
const { LocalWorkspace } = require("@pulumi/pulumi/automation");
const { loadTypeScriptCompilerOptions, typeScriptRequireStrings } = require("@pulumi/pulumi/tsutils");

const [operation, config] = process.argv.slice(2);

async function main() {
  registerTypeScript();
  const name = "first-minutes";
  const stack = await LocalWorkspace.createOrSelectStack(
    { projectName: name, stackName: "dev", program: async () => require(join(process.cwd(), "index.ts")) },
    { workDir: process.cwd(), projectSettings: { name, runtime: "nodejs" } },
  );
  for (const [key, value] of Object.entries(JSON.parse(config ?? "{}")))
    await stack.setConfig(key, { value });
  let output = "";
  const options = { color: "never", onOutput: (text) => (output += text) };
  const { outputs } = await run(stack, options);
  console.log(JSON.stringify({ output, outputs }));
}

function run(stack, options) {
  if (operation === "preview") return stack.preview({ ...options, diff: true });
  if (operation === "up") return stack.up(options);
  throw new Error(`no such operation: ${operation}`);
}

function registerTypeScript() {
  const project = "tsconfig.json";
  const { tsnodeRequire, typescriptRequire } = typeScriptRequireStrings();
  const isOld = /^(3\.|4\.[0-6]\.)/.test(require(typescriptRequire).version);
  require(tsnodeRequire).register({
    compiler: typescriptRequire,
    project,
    skipProject: !existsSync(project),
    compilerOptions: {
      target: "ES2020",
      module: isOld ? "commonjs" : "nodenext",
      moduleResolution: isOld ? "node" : "nodenext",
      sourceMap: "true",
      ...loadTypeScriptCompilerOptions(project),
    },
  });
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
