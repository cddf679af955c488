import { spawn, type ChildProcess } from "node:child_process";
import { access, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { installAwsPlugin } from "./awsPlugin/install";
import { engineEnvironment, makeEngineFolders } from "./engineEnvironment";
import type { StateResource } from "./engineStack";
import { aTestFailed } from "./engineUnderJest";
import { endedAfterTest, startedBefore } from "./hooks";

const root = resolve(__dirname, "../..");

export interface ProjectOptions {
  readonly name?: string;
  /** The files in the folder. By default, Pulumi.yaml is added and, for a Node.js program, package.json. */
  readonly files: Readonly<Record<string, string>>;
  /** The runtime of the program. Default: `nodejs`. */
  readonly runtime?: string | { readonly name: string; readonly options: object };
  /** Additional members of Pulumi.yaml, such as a YAML program. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The stack's configuration. Keys without a colon are in the project's namespace. */
  readonly config?: Readonly<Record<string, string | { readonly value: string; readonly secret: true }>>;
  /** Additional environment variables. The AWS, Pulumi, and proxy variables of this process are not inherited. */
  readonly env?: Readonly<Record<string, string>>;
  /** Additional packages that the program uses, such as `@pulumi/aws`. `@pulumi/aws-v6` is version 6, imported as `@pulumi/aws`. */
  readonly packages?: readonly string[];
  /** Whether Pulumi checks the program's types, as it does for users. The default is false, which saves time. */
  readonly isTypeChecked?: boolean;
  /** Whether the program uses this package. The default is true for Node.js programs. */
  readonly withPackage?: boolean;
  /** Another project, whose Pulumi home and backend are used. */
  readonly beside?: Project;
}

export interface CommandRun {
  readonly ok: boolean;
  /** The exit code. Undefined if the command was ended by a signal. */
  readonly code: number | undefined;
  /** The output of both streams in order. */
  readonly output: string;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running command, and its result. */
export interface Command {
  readonly child: ChildProcess;
  readonly ended: Promise<CommandRun>;
}

/**
 * Creates a project like a user's, to run with the Pulumi CLI: a folder with Pulumi.yaml, package.json, and a program, and a stack `dev`
 * in a separate backend.
 *
 * @example
 * const project = await createProject({ files: { "index.ts": `export const answer = 42;` } });
 * const { ok, output } = await project.pulumi("preview", "--diff");
 * await project.close();
 */
export async function createProject(options: ProjectOptions): Promise<Project> {
  const missing = process.env.PULUMI_IVSCHAT_NO_ENGINE ?? process.env.PULUMI_IVSCHAT_NO_DIST;
  if (missing) throw new Error(missing);
  const { name = "rooms", files, runtime = "nodejs", settings = {}, packages = [], beside } = options;
  const isNodejs = runtime === "nodejs";
  const top = await mkdtemp(join(tmpdir(), "ivschat-project-"));
  const engine = beside?.engine ?? join(top, "engine");
  const folder = join(top, name);
  await makeEngineFolders(engine);
  const project = new Project(top, folder, engine, {
    ...surroundings(),
    ...engineEnvironment(engine),
    ...(options.isTypeChecked ? {} : { PULUMI_NODEJS_TRANSPILE_ONLY: "true" }),
    ...options.env,
  });
  // YAML is a superset of JSON.
  const yaml = JSON.stringify({
    name,
    runtime: isNodejs ? { name: "nodejs", options: { packagemanager: "npm" } } : runtime,
    ...settings,
  });
  const manifest = JSON.stringify({ name, private: true, main: "index.ts" });
  const defaults = { "Pulumi.yaml": yaml, ...(isNodejs ? { "package.json": manifest } : {}) };
  for (const [file, text] of Object.entries({ ...defaults, ...files })) await project.write(file, text);
  if (isNodejs) await linkPackages(folder, options);
  else if (options.withPackage) await link(folder, "pulumi-ivschat", root);
  for (const aws of packages.filter((each) => each.startsWith("@pulumi/aws"))) {
    await installAwsPlugin(join(engine, "home"), join(root, "node_modules", aws));
  }
  const config = Object.entries(options.config ?? {});
  const plain = config.filter(([, value]) => typeof value === "string");
  const qualified = plain.map(([key, value]) => [key.includes(":") ? key : `${name}:${key}`, value]);
  await project.write("Pulumi.dev.yaml", JSON.stringify({ config: Object.fromEntries(qualified) as object }));
  await project.expectOk("stack", "init", "dev");
  for (const [key, value] of config) {
    if (typeof value !== "string") await project.expectOk("config", "set", "--secret", key, value.value);
  }
  return project;
}

/** Creates a project for each test, or one for all tests of the file. The project also uses the AWS variables of this process. */
export const useProject = (options: ProjectOptions, each: "test" | "file" = "test"): Project =>
  startedBefore(
    each,
    () => projectOfTest(options),
    (project) => project.close(),
  );

/** Returns a function that creates a project, which is closed after the test. Use this if each test needs a different project. */
export const useProjects = () => endedAfterTest(projectOfTest, (project) => project.close());

function projectOfTest(options: ProjectOptions): Promise<Project> {
  const aws = Object.entries(process.env).filter(([name]) => name.startsWith("AWS_"));
  return createProject({
    ...options,
    env: { ...(Object.fromEntries(aws) as Record<string, string>), ...options.env },
  });
}

export class Project {
  private readonly commands = new Set<ChildProcess>();

  constructor(
    private readonly top: string,
    readonly folder: string,
    readonly engine: string,
    readonly env: Readonly<Record<string, string>>,
  ) {}

  /** Runs `pulumi` in the folder. A failure is a result, not an exception. */
  pulumi(...args: readonly string[]): Promise<CommandRun> {
    return this.start(args).ended;
  }

  /** Runs `pulumi` in the folder. Throws if the command fails. */
  async expectOk(...args: readonly string[]): Promise<CommandRun> {
    const run = await this.pulumi(...args);
    if (!run.ok)
      throw new Error(`pulumi ${args.join(" ")} ended with ${run.code ?? "a signal"}:\n${run.output}`);
    return run;
  }

  /** Starts `pulumi` with additional environment variables, and does not wait for the command to end. */
  start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Command {
    const flags = ["--non-interactive", "--color", "never", ...(hasStack(args) ? ["--stack", "dev"] : [])];
    const child = spawn("pulumi", [...args, ...yes(args), ...flags], {
      cwd: this.folder,
      env: { ...this.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      // A separate process group, so that all child processes can be killed.
      detached: true,
    });
    this.commands.add(child);
    const printed = { output: "", stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (text: string) => {
        printed[stream] += text;
        printed.output += text;
        if (process.env.PRINT_ENGINE) process.stderr.write(text);
      });
    }
    const ended = new Promise<CommandRun>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code) => {
        this.commands.delete(child);
        resolve({ ok: code === 0, code: code ?? undefined, ...printed });
      });
    });
    return { child, ended };
  }

  /** Writes a file in the folder. */
  async write(file: string, text: string): Promise<void> {
    const path = join(this.folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }

  /** Returns the resources in the state, including the Stack resource and providers, with secrets in plain text. */
  async state(): Promise<readonly StateResource[]> {
    const { stdout } = await this.expectOk("stack", "export", "--show-secrets");
    return (
      (JSON.parse(stdout) as { deployment: { resources?: StateResource[] } | null }).deployment?.resources ??
      []
    );
  }

  /** Returns the text of the state file. */
  stateFile(): Promise<string> {
    const name = this.folder.slice(this.top.length + 1);
    return readFile(join(this.engine, "backend", ".pulumi", "stacks", name, "dev.json"), "utf8");
  }

  /** Returns the stack's outputs, with secrets in plain text. */
  async outputs(): Promise<Record<string, unknown>> {
    const { stdout } = await this.expectOk("stack", "output", "--json", "--show-secrets");
    return JSON.parse(stdout) as Record<string, unknown>;
  }

  /** Kills running commands and removes the folder, unless a test of the file has failed or KEEP_ENGINE is set. */
  async close(): Promise<void> {
    for (const { pid } of this.commands) {
      try {
        if (pid !== undefined) process.kill(-pid, "SIGKILL");
      } catch {
        // The process has already ended.
      }
    }
    if (!process.env.KEEP_ENGINE && !aTestFailed()) {
      await rm(this.top, { recursive: true, force: true });
      return;
    }
    const settings = Object.entries(engineEnvironment(this.engine)).map(
      ([name, value]) => `${name}=${value}`,
    );
    process.stderr.write(
      `The project is kept. To look into it:\n  cd ${this.folder} && export ${settings.join(" ")} ` +
        `PATH="$(npm run -s engine-path --prefix ${root}):$PATH"\n  pulumi preview --stack dev\n`,
    );
  }
}

/** Returns the environment without AWS, Pulumi, and proxy settings. */
export function surroundings(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^AWS_|^PULUMI_|_proxy$/i.test(entry[0]),
  );
  return {
    ...Object.fromEntries(entries),
    AWS_CONFIG_FILE: "/nonexistent/config",
    AWS_SHARED_CREDENTIALS_FILE: "/nonexistent/credentials",
    AWS_EC2_METADATA_DISABLED: "true",
  };
}

async function linkPackages(
  folder: string,
  { packages = [], withPackage = true }: ProjectOptions,
): Promise<void> {
  for (const each of ["@pulumi/pulumi", "typescript", "@types/node", ...packages])
    await link(folder, each.replace("@pulumi/aws-v6", "@pulumi/aws"), join(root, "node_modules", each));
  if (withPackage) await link(folder, "pulumi-ivschat", root);
}

async function link(folder: string, name: string, target: string): Promise<void> {
  const path = join(folder, "node_modules", name);
  await access(target);
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path);
}

const hasStack = (args: readonly string[]) => !args.includes("--stack") && isOfAStack(args);

const isOfAStack = ([command, verb]: readonly string[]) =>
  !["version", "plugin", "package", "install"].includes(command ?? "") &&
  !(command === "stack" && verb === "init");

const yes = ([command, ...others]: readonly string[]) =>
  ["up", "refresh", "destroy", "import"].includes(command ?? "") && !others.includes("--preview-only")
    ? ["--yes"]
    : [];
