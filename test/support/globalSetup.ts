import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

const root = resolve(__dirname, "../..");

/**
 * Runs once for each Jest run. Builds dist and the plugin if src is newer, and adds the engine to the front of PATH. If the engine is
 * missing, createEngine reports it, so that tests without an engine still run.
 */
export default function globalSetup(): void {
  const built = Math.min(newest(join(root, "dist")), modified(join(root, "plugin/pulumi-resource-ivschat")));
  if (newest(join(root, "src")) >= built) buildDist();
  const found = node(["scripts/setup.mjs", "--print-engine-path"], "inherit");
  if (found.status === 0) process.env.PATH = [found.stdout.trim(), process.env.PATH].join(delimiter);
  for (const language of ["yaml", "python", "go"])
    if (!isOnPath(`pulumi-language-${language}`))
      process.env[`PULUMI_IVSCHAT_NO_${language.toUpperCase()}`] = "true";
  if (!existsSync(join(root, ".venv/installed.txt"))) process.env.PULUMI_IVSCHAT_NO_PYTHON = "true";
  if (isOnPath("generateSdk")) process.env.PULUMI_IVSCHAT_GENERATE_SDK = "true";
  if (found.status !== 0)
    process.env.PULUMI_IVSCHAT_NO_ENGINE = "There is no Pulumi engine: `npm run setup` says why.";
}

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function buildDist(): void {
  const built = node(["scripts/build.mjs"], "pipe");
  if (built.status === 0) return;
  const problem = `src does not compile, and engine tests need the built package:\n${built.stdout}`;
  process.env.PULUMI_IVSCHAT_NO_DIST = problem;
  process.stderr.write(`${problem.split("\n").slice(0, 2).join("\n")}\n`);
}

function node(args: string[], stderr: "inherit" | "pipe") {
  return spawnSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", stderr],
  });
}

const modified = (file: string) => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** Returns the latest modification time of the files in a folder, or 0 if there are none. */
function newest(folder: string): number {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" }).filter(
    (entry) => entry.isFile(),
  );
  return Math.max(0, ...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs));
}
