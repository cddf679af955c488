import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { engineEnvironment, makeEngineFolders } from "../../test/support/engineEnvironment";
import { root, run } from "../run";
import type { Cell } from "./cells";

export interface FreshProject {
  /** What is removed in the end. */
  readonly folder: string;
  /** Where the program is, and `pulumi` runs. */
  readonly program: string;
  /** Where the packages are installed. */
  readonly packages: string;
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What all the projects have in common. */
export interface Tools {
  readonly tarball: string;
  /** The folder of a Node.js for each version. */
  readonly nodes: Readonly<Record<Cell["node"], string>>;
  /** PATH, with the engine in front. */
  readonly path: string;
  readonly pnpm: string;
}

/** A project with nothing but what a stranger installs, its program compiled. */
export async function freshProject(cell: Cell, tools: Tools): Promise<FreshProject> {
  const folder = await mkdtemp(join(tmpdir(), "ivschat-matrix-"));
  const program = cell.installer === "npm workspaces" ? join(folder, "apps", "rooms") : folder;
  const engine = join(folder, ".engine");
  const env = {
    PATH: `${tools.nodes[cell.node]}:${tools.path}`,
    ...engineEnvironment(engine),
  };
  await makeEngineFolders(engine);
  await mkdir(program, { recursive: true });
  await writeFile(join(program, "package.json"), JSON.stringify(manifest(cell, tools.tarball)));
  if (program !== folder) {
    await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, workspaces: ["apps/*"] }));
  }
  for (const file of ["main.ts", "program.ts", "destroy.cjs", "closure.cjs"])
    await cp(join(root, "scripts", "matrix", "project", file), join(program, file));
  if (cell.aws !== undefined) await useAws(program);
  if (isOfADependency(cell)) await moveIntoLibrary(program, cell, tools.tarball);
  await install(cell, folder, env, tools);
  const project = { folder, program, packages: folder, env };
  return { ...project, entry: await compile(cell, project) };
}

export const isOfADependency = ({ installer }: Cell) => installer === "pnpm, of a dependency";

function manifest(cell: Cell, tarball: string): object {
  const typescript = cell.language === "JavaScript" ? {} : { typescript: cell.typescript };
  return {
    name: "rooms",
    version: "0.0.0",
    private: true,
    type: cell.language === "ESM" ? "module" : "commonjs",
    dependencies: {
      "@pulumi/pulumi": cell.pulumi,
      ...(isOfADependency(cell)
        ? { "rooms-library": "file:./library" }
        : { "pulumi-ivschat": `file:${tarball}` }),
      ...(cell.aws === undefined ? {} : { "@pulumi/aws": `^${cell.aws}.0.0` }),
    },
    devDependencies: {
      "@types/node": "^20.0.0",
      ...typescript,
      ...(cell.language === "bundle" ? { esbuild: "^0.28.0" } : {}),
    },
  };
}

// The types of a provider of @pulumi/aws, and that the package takes it as it is.
async function useAws(program: string): Promise<void> {
  const file = join(program, "program.ts");
  const text = await readFile(file, "utf8");
  const typed = `
export function withProvider(provider: aws.Provider): pulumi.Output<GetRoomResult> {
  new ExistingRoom("other", { identifier }, { provider });
  return getRoomOutput({ identifier }, { provider });
}
`;
  await writeFile(file, `import type * as aws from "@pulumi/aws";\n${text}${typed}`);
}

async function moveIntoLibrary(program: string, { pulumi }: Cell, tarball: string): Promise<void> {
  const library = join(program, "library");
  await mkdir(library);
  const dependencies = { "pulumi-ivschat": `file:${tarball}` };
  const peerDependencies = { "@pulumi/pulumi": pulumi };
  await writeFile(
    join(library, "package.json"),
    JSON.stringify({
      name: "rooms-library",
      version: "1.0.0",
      main: "program.js",
      dependencies,
      peerDependencies,
    }),
  );
  await writeFile(
    join(library, "program.js"),
    transpiled(await readFile(join(program, "program.ts"), "utf8")),
  );
  const main = await readFile(join(program, "main.ts"), "utf8");
  await writeFile(join(program, "main.ts"), main.replace("./program.js", "rooms-library"));
}

async function install(
  { installer, againstPeers = false }: Cell,
  folder: string,
  env: Record<string, string>,
  { pnpm }: Tools,
) {
  const quiet = ["--ignore-scripts", "--prefer-offline", ...(againstPeers ? ["--legacy-peer-deps"] : [])];
  if (installer?.startsWith("pnpm")) await run("node", [pnpm, "install", ...quiet], env, undefined, folder);
  else await run("npm", ["install", "--no-audit", "--no-fund", ...quiet], env, undefined, folder);
}

async function compile(cell: Cell, { program, packages, env }: Omit<FreshProject, "entry">): Promise<string> {
  const bin = (name: string) => join(packages, "node_modules", ".bin", name);
  if (cell.language === "JavaScript" || isOfADependency(cell)) {
    const names = isOfADependency(cell) ? ["main"] : ["main", "program"];
    for (const name of names) {
      const file = join(program, name);
      await writeFile(`${file}.js`, transpiled(await readFile(`${file}.ts`, "utf8")));
      await rm(`${file}.ts`);
    }
    return "main.js";
  }
  await run(bin("tsc"), [...compilerOptions, "main.ts"], env, undefined, program);
  if (cell.language !== "bundle") return "main.js";
  const options = ["--bundle", "--platform=node", "--external:@pulumi/pulumi", "--outfile=bundle.js"];
  await run(bin("esbuild"), ["main.js", ...options], env, undefined, program);
  return "bundle.js";
}

// No skipLibCheck: the package's declarations must do for every compiler, without those of others being taken on trust.
const compilerOptions =
  "--strict --module node16 --moduleResolution node16 --target es2022 --types node".split(" ");

function transpiled(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  }).outputText;
}
