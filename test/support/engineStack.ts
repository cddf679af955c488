import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type ConfigMap,
  type Deployment,
  LocalWorkspace,
  type OutputMap,
  type PulumiFn,
  PulumiCommand,
  Stack,
} from "@pulumi/pulumi/automation";
import { linkPackages } from "./engineFolder";
import { type EngineRun, runOperation, type RunOptions } from "./engineRun";

export interface StackOptions {
  readonly name?: string;
  readonly project?: string;
  readonly program: PulumiFn;
  /** The stack's configuration. Keys without a colon are in the project's namespace. */
  readonly config?: Readonly<Record<string, string | { readonly value: string; readonly secret?: boolean }>>;
  /** Environment variables of the engine, the dynamic provider server, and the program, for every run. */
  readonly env?: Readonly<Record<string, string>>;
}

interface Surroundings {
  readonly workDir: string;
  readonly backend: string;
  readonly env: Readonly<Record<string, string>>;
  readonly withPackage: boolean;
}

/** A resource in the state. */
export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly custom: boolean;
  readonly inputs?: Record<string, unknown>;
  readonly outputs?: Record<string, unknown>;
  readonly dependencies?: readonly string[];
  readonly [other: string]: unknown;
}

let command: Promise<PulumiCommand> | undefined;

export class EngineStack {
  static async create(options: StackOptions, surroundings: Surroundings): Promise<EngineStack> {
    const { name = "test", project = "rooms", program, config = {}, env = {} } = options;
    const { workDir, withPackage } = surroundings;
    await linkPackages(workDir, withPackage);
    const workspace = await LocalWorkspace.create({
      workDir,
      program,
      pulumiCommand: await (command ??= PulumiCommand.get()),
      envVars: { ...surroundings.env, ...env },
      // Without `main`, the dynamic provider server runs in workDir and loads packages from there.
      projectSettings: { name: project, runtime: "nodejs" },
    });
    const created = await Stack.create(name, workspace);
    // Skips the summary of each operation, which takes 0.3 s. The events contain the same information.
    created.info = () => Promise.resolve(undefined);
    const stack = new EngineStack(created, project, surroundings.backend);
    if (Object.keys(config).length > 0) await stack.setConfig(config);
    return stack;
  }

  private constructor(
    private readonly stack: Stack,
    private readonly project: string,
    private readonly backend: string,
  ) {}

  get name(): string {
    return this.stack.name;
  }

  /** The name for a StackReference. In a file backend, the organization is always `organization`. */
  get fullName(): string {
    return `organization/${this.project}/${this.name}`;
  }

  /** The folder of the program. */
  get workDir(): string {
    return this.stack.workspace.workDir;
  }

  preview(options: RunOptions = {}): Promise<EngineRun> {
    return runOperation(this.stack, options, (passed) => this.stack.preview(passed));
  }

  /** Runs an update without a preview, unlike `pulumi up`. */
  up(options: RunOptions = {}): Promise<EngineRun> {
    return runOperation(this.stack, options, (passed) => this.stack.up(passed));
  }

  /** Refreshes the state without a preview. The program runs only with `runProgram: true`. */
  refresh(options: RunOptions = {}): Promise<EngineRun> {
    return runOperation(this.stack, options, (passed) => this.stack.refresh(passed));
  }

  /** Destroys the resources without a preview. The program runs only with `runProgram: true`. */
  destroy(options: RunOptions = {}): Promise<EngineRun> {
    return runOperation(this.stack, options, (passed) => this.stack.destroy(passed));
  }

  /** Returns the resources in the state, including the Stack resource and providers, with secrets in plain text. */
  async state(): Promise<readonly StateResource[]> {
    const exported = (await this.exportState()) as {
      deployment: { resources?: StateResource[] } | null;
    };
    return exported.deployment?.resources ?? [];
  }

  /** Returns the text of the state file. */
  stateFile(): Promise<string> {
    return readFile(join(this.backend, ".pulumi", "stacks", this.project, `${this.name}.json`), "utf8");
  }

  /** Imports a state, as returned by `exportState` and `pulumi stack export`. */
  async importState(exported: Deployment): Promise<void> {
    await this.stack.importStack(exported);
  }

  exportState(): Promise<Deployment> {
    return this.stack.exportStack();
  }

  async setConfig(config: NonNullable<StackOptions["config"]>): Promise<void> {
    const entries = Object.entries(config).map(([key, value]) => [
      key,
      typeof value === "string" ? { value } : value,
    ]);
    await this.stack.setAllConfig(Object.fromEntries(entries) as ConfigMap);
  }

  outputs(): Promise<OutputMap> {
    return this.stack.outputs();
  }

  /** Removes the stack, even if it has resources. */
  async remove(): Promise<void> {
    await this.stack.workspace.removeStack(this.name, { force: true });
  }
}
