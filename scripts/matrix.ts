import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startLocalIvsChat, type LocalIvsChat } from "../test/support/localIvsChat";
import { serviceEnvironment } from "../test/support/serviceEnvironment";
import { pathWithEngine } from "./enginePath";
import { npmInstall } from "./npmInstall";
import { pack } from "./pack";
import { cells, type Cell } from "./matrix/cells";
import { checkProject, identifier } from "./matrix/checks";
import { freshProject, type Tools } from "./matrix/freshProject";
import { checkPlugin, plugins, type PluginCell } from "./matrix/plugin";

const usage = `npm run matrix [-- --only TEXT] [--keep]

Installs the packed package in fresh projects with various versions of everything, and runs \`pulumi\` in each. Starts the bundled plugin with
each version of Node.js and nothing else.
--only  the cells whose name contains the text
--keep  leaves the projects in place, and says where they are`;

async function main(): Promise<void> {
  const { only, keep, help } = parseArgs({
    options: { only: { type: "string" }, keep: { type: "boolean" }, help: { type: "boolean" } },
  }).values;
  if (help) {
    console.log(usage);
    return;
  }
  const all = [...plugins, ...cells];
  const chosen = all.filter(({ name }) => name.includes(only ?? ""));
  if (chosen.length === 0) throw new Error(`no cell is called ${only}; there are: ${names(all)}`);
  const folder = await mkdtemp(join(tmpdir(), "ivschat-matrix-tools-"));
  try {
    const tools = await prepare(folder, chosen);
    const failed: (Cell | PluginCell)[] = [];
    const queue = chosen.values();
    const worker = async () => {
      for (const cell of queue) if (!(await passes(cell, tools, keep ?? false))) failed.push(cell);
    };
    await Promise.all([worker(), worker()]);
    console.log(`${chosen.length - failed.length} of ${chosen.length} cells pass`);
    if (failed.length > 0) throw new Error(`these do not: ${names(failed)}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const isCell = (cell: Cell | PluginCell): cell is Cell => "pulumi" in cell;

async function passes(cell: Cell | PluginCell, tools: Tools, keep: boolean): Promise<boolean> {
  const begun = Date.now();
  const line = isCell(cell) ? lineOf(cell) : `${cell.name} alone`;
  const service = await startLocalIvsChat({
    state: { rooms: [{ arn: identifier, name: "lobby", maximumMessageLength: 500 }] },
  });
  try {
    if (isCell(cell)) await checkCell(cell, tools, service, keep);
    else await checkPlugin(tools.nodes[cell.node], serviceEnvironment(service));
    console.log(`ok    ${line}: ${Math.round((Date.now() - begun) / 1000)} s`);
    return true;
  } catch (error) {
    console.log(`FAILS ${line}: ${(error as Error).stack ?? String(error)}`);
    return false;
  } finally {
    await service.close();
  }
}

async function checkCell(cell: Cell, tools: Tools, service: LocalIvsChat, keep: boolean): Promise<void> {
  const fresh = await freshProject(cell, tools, serviceEnvironment(service));
  try {
    await checkProject(cell, fresh, service);
  } finally {
    if (keep) console.log(`${cell.name}: ${fresh.project.folder}`);
    else await rm(fresh.folder, { recursive: true });
  }
}

function lineOf(cell: Cell): string {
  const { name, node, pulumi, aws, typescript, language = "CommonJS", installer = "npm", inlineBy } = cell;
  const with_ = [
    `Node.js ${node}`,
    `@pulumi/pulumi ${pulumi}`,
    `TypeScript ${typescript}`,
    language,
    installer,
    ...(aws === undefined ? [] : [`@pulumi/aws ${aws}`]),
    ...(inlineBy === undefined ? [] : [`the Automation API under ${inlineBy}`]),
  ];
  return `${name} (${with_.join(", ")})`;
}

async function prepare(folder: string, chosen: readonly (Cell | PluginCell)[]): Promise<Tools> {
  const tarball = await pack(folder);
  const nodes: Record<number, string> = {};
  for (const version of new Set(chosen.map(({ node }) => node)))
    nodes[version] = await nodeOf(version, folder);
  const pnpm = join(folder, "tools", "pnpm");
  const projects = chosen.filter(isCell);
  if (projects.some(({ installer }) => installer?.startsWith("pnpm"))) await installTool(pnpm, "pnpm@10");
  // The package `bun` downloads its executable with an install script. The platform's own package contains the executable.
  const bun = join(folder, "tools", "bun");
  const bunPackage = `@oven/bun-${process.platform}-${process.arch === "arm64" ? "aarch64" : process.arch}`;
  if (projects.some(({ inlineBy }) => inlineBy === "Bun")) await installTool(bun, `${bunPackage}@1.4.5`);
  return {
    tarball,
    nodes: nodes as Tools["nodes"],
    path: pathWithEngine(),
    pnpm: join(pnpm, "node_modules", "pnpm", "bin", "pnpm.cjs"),
    bun: join(bun, "node_modules", bunPackage, "bin", "bun"),
  };
}

async function nodeOf(version: number, folder: string): Promise<string> {
  if (process.version.startsWith(`v${version}.`)) return join(process.execPath, "..");
  const name = `node-${process.platform}-${process.arch}`;
  const at = join(folder, "tools", `node-${version}`);
  await installTool(at, `${name}@${version}`);
  return join(at, "node_modules", name, "bin");
}

async function installTool(at: string, what: string): Promise<void> {
  await mkdir(at, { recursive: true });
  await npmInstall(at, ["--ignore-scripts", "--prefix", at, what]);
}

const names = (some: readonly (Cell | PluginCell)[]) => some.map(({ name }) => name).join(", ");

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
