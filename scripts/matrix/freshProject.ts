import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { installAwsPlugin } from "../../test/support/awsPlugin/install";
import { npmInstall } from "../npmInstall";
import { openProject, type Project } from "../openProject";
import { root, run } from "../run";
import type { Cell } from "./cells";

export interface FreshProject {
  /** The folder to remove at the end. */
  readonly folder: string;
  /** The project with the program, in whose folder `pulumi` runs. */
  readonly project: Project;
  /** The folder in which the packages are installed. */
  readonly packages: string;
  /** The command that runs an operation with the Automation API, if the Pulumi CLI cannot run the program. */
  readonly inline?: readonly [string, ...string[]];
}

/** The tools that all projects share. */
export interface Tools {
  readonly tarball: string;
  /** The folder of the `node` executable of each version. */
  readonly nodes: Readonly<Record<Cell["node"], string>>;
  /** PATH with the folder of the engine at the front. */
  readonly path: string;
  readonly pnpm: string;
  readonly bun: string;
}

/** Creates a project that contains only the packages that a user installs, and checks its types. */
export async function freshProject(
  cell: Cell,
  tools: Tools,
  env: Readonly<Record<string, string>>,
): Promise<FreshProject> {
  const folder = await mkdtemp(join(tmpdir(), "ivschat-matrix-"));
  const packages = join(folder, "rooms");
  const program = cell.installer === "npm workspaces" ? join(packages, "apps", "rooms") : packages;
  await mkdir(program, { recursive: true });
  await write(program, "package.json", manifest(cell, tools.tarball));
  await write(program, "Pulumi.yaml", { name: "rooms", runtime: "nodejs" });
  if (program !== packages) await write(packages, "package.json", { private: true, workspaces: ["apps/*"] });
  await cp(join(sources, "closure.cjs"), join(program, "closure.cjs"));
  await writeFile(join(program, sourceOf(cell)), await textOf(cell));
  if (isOfADependency(cell)) await moveIntoLibrary(program, cell, tools.tarball);
  const PATH = `${tools.nodes[cell.node]}:${tools.path}`;
  await install(cell, packages, { PATH }, tools);
  await compile(cell, program, packages, { PATH });
  // Types are checked once here, so the operations skip the check, which would double their duration.
  const project = await openProject(folder, program, { PATH, PULUMI_NODEJS_TRANSPILE_ONLY: "true", ...env });
  if (cell.aws !== undefined)
    await installAwsPlugin(join(folder, "engine", "home"), join(packages, "node_modules", "@pulumi", "aws"));
  await project.expectOk("stack", "init", "dev");
  return { folder, project, packages, ...inline(cell, tools) };
}

export const isOfADependency = ({ installer }: Cell) => installer === "pnpm, of a dependency";

const sources = join(root, "scripts", "matrix", "project");

// Also writes YAML files as JSON, because YAML is a superset of JSON.
const write = (folder: string, file: string, content: object) =>
  writeFile(join(folder, file), JSON.stringify(content));

function manifest(cell: Cell, tarball: string): object {
  const isModule = cell.language === "ES modules";
  return {
    name: "rooms",
    version: "0.0.0",
    private: true,
    type: isModule ? "module" : "commonjs",
    main: mainOf(cell),
    dependencies: {
      "@pulumi/pulumi": cell.pulumi,
      ...(isOfADependency(cell)
        ? { "rooms-library": "file:./library" }
        : { "pulumi-ivschat": `file:${tarball}` }),
      ...(cell.aws === undefined ? {} : { "@pulumi/aws": `^${cell.aws}.0.0` }),
    },
    devDependencies: {
      "@types/node": "^20.0.0",
      ...(cell.language === "JavaScript" ? {} : { typescript: cell.typescript }),
      ...(isModule && cell.node === 20 ? { "ts-node": "^10.0.0" } : {}),
      ...(cell.language === "bundle" ? { esbuild: "^0.28.0" } : {}),
    },
  };
}

function mainOf(cell: Cell): string {
  if (cell.language === "bundle") return "bundle.js";
  return isJavaScript(cell) ? "index.js" : "index.ts";
}

const isJavaScript = (cell: Cell) => cell.language === "JavaScript" || isOfADependency(cell);

const sourceOf = ({ inlineBy }: Cell) => (inlineBy === undefined ? "index.ts" : "automation.ts");

async function textOf(cell: Cell): Promise<string> {
  const { language, aws, inlineBy } = cell;
  const file = language === "async entry function" ? "asyncEntry.ts" : sourceOf(cell);
  const text = await readFile(join(sources, file), "utf8");
  if (inlineBy !== undefined) return text;
  return `${text}${aws === undefined ? "" : withProvider}${language === "ES modules" ? withAwait : ""}`;
}

// Checks that the package accepts the type of an aws.Provider.
const withProvider = `
import type * as aws from "@pulumi/aws";

function takesProvider(provider: aws.Provider): pulumi.Output<GetRoomResult> {
  new ExistingRoom("other", { identifier }, { provider });
  return getRoomOutput({ identifier }, { provider });
}
`;

const withAwait = `
import { getRoom } from "pulumi-ivschat";

const awaited: GetRoomResult = await getRoom({ identifier });
if (awaited.name !== "lobby") throw new Error(\`read \${awaited.name}\`);
`;

async function moveIntoLibrary(program: string, { pulumi }: Cell, tarball: string): Promise<void> {
  const library = join(program, "library");
  await mkdir(library);
  await write(library, "package.json", {
    name: "rooms-library",
    version: "1.0.0",
    main: "program.js",
    dependencies: { "pulumi-ivschat": `file:${tarball}` },
    peerDependencies: { "@pulumi/pulumi": pulumi },
  });
  const index = join(program, "index.ts");
  await writeFile(join(library, "program.js"), transpiled(await readFile(index, "utf8")));
  await writeFile(index, `export * from "rooms-library";\n`);
}

async function install(
  { installer, againstPeers = false }: Cell,
  folder: string,
  env: Record<string, string>,
  { pnpm }: Tools,
) {
  if (installer?.startsWith("pnpm"))
    await run("node", [pnpm, "install", "--ignore-scripts", "--prefer-offline"], env, undefined, folder);
  else await npmInstall(folder, ["--ignore-scripts", ...(againstPeers ? ["--legacy-peer-deps"] : [])], env);
}

async function compile(
  cell: Cell,
  program: string,
  packages: string,
  env: Record<string, string>,
): Promise<void> {
  if (isJavaScript(cell)) {
    const index = join(program, "index");
    await writeFile(`${index}.js`, transpiled(await readFile(`${index}.ts`, "utf8")));
    await rm(`${index}.ts`);
    return;
  }
  const bin = (name: string) => join(packages, "node_modules", ".bin", name);
  const isRun = cell.inlineBy === "Node.js";
  const options = [...compilerOptions, ...(isRun ? [] : ["--noEmit"])];
  await run(bin("tsc"), [...options, sourceOf(cell)], env, undefined, program);
  if (cell.language !== "bundle") return;
  const bundling = ["--bundle", "--platform=node", "--external:@pulumi/pulumi", "--outfile=bundle.js"];
  await run(bin("esbuild"), ["index.ts", ...bundling], env, undefined, program);
}

function inline(cell: Cell, { bun }: Tools): Pick<FreshProject, "inline"> {
  if (cell.inlineBy === undefined) return {};
  return { inline: cell.inlineBy === "Bun" ? [bun, "automation.ts"] : ["node", "automation.js"] };
}

// Does not use skipLibCheck, because the package's declarations must compile with every supported compiler.
const compilerOptions =
  "--strict --module node16 --moduleResolution node16 --target es2022 --types node".split(" ");

function transpiled(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  }).outputText;
}
