import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aTestFailed } from "./engineUnderJest";
import { engineEnvironment, makeEngineFolders } from "./engineEnvironment";
import { EngineStack, type StackOptions } from "./engineStack";
import { startedBefore } from "./hooks";

export type { EngineStack, StackOptions } from "./engineStack";
export type { EngineRun, RunOptions } from "./engineRun";

export interface EngineOptions {
  /** Whether programs can import the built `pulumi-ivschat` (default true). False for tests that do not need dist. */
  readonly withPackage?: boolean;
}

/** Creates an engine that the tests of a file share. */
export const useEngine = (options?: EngineOptions): Pick<Engine, "stack" | "folder"> =>
  startedBefore(
    "file",
    () => createEngine(options),
    (engine) => engine.close(),
  );

/**
 * Creates a real Pulumi engine with its own home and file backend, which its stacks share.
 * Run the stacks one after another, because Pulumi's check for leaked promises applies to the whole process.
 *
 * @example
 * const engine = useEngine();
 * const stack = await engine.stack({ program: async () => ({ answer: 42 }) });
 * const { ok, changes, output } = await stack.up();
 */
export async function createEngine({ withPackage = true }: EngineOptions = {}): Promise<Engine> {
  const missing = process.env.PULUMI_IVSCHAT_NO_ENGINE ?? (withPackage && process.env.PULUMI_IVSCHAT_NO_DIST);
  if (missing) throw new Error(missing);
  const folder = await mkdtemp(join(tmpdir(), "ivschat-engine-"));
  await makeEngineFolders(folder);
  return new Engine(folder, withPackage);
}

export class Engine {
  private kept = Boolean(process.env.KEEP_ENGINE);
  private stacks = 0;

  constructor(
    readonly folder: string,
    private readonly withPackage: boolean,
  ) {}

  /** The environment variables for using the stacks of this engine with the CLI. */
  get env(): Record<string, string> {
    return engineEnvironment(this.folder);
  }

  /** Creates a stack. The default names are `test`, `test-2`, and so on. Other stacks can reference it with `stack.fullName`. */
  async stack(options: StackOptions): Promise<EngineStack> {
    const number = ++this.stacks;
    const workDir = join(this.folder, `program-${number}`);
    const name = number === 1 ? "test" : `test-${number}`;
    return EngineStack.create(
      { name, ...options },
      {
        workDir,
        env: this.env,
        backend: join(this.folder, "backend"),
        withPackage: this.withPackage,
      },
    );
  }

  /** Keeps the folder when the engine is closed. */
  keep(): void {
    this.kept = true;
  }

  /** Removes the engine's folder, unless a test of the file has failed, KEEP_ENGINE is set, or keep() was called. */
  async close(): Promise<void> {
    if (!this.kept && !aTestFailed()) {
      await rm(this.folder, { recursive: true, force: true });
      return;
    }
    const settings = Object.entries(this.env).map(([name, value]) => `${name}=${value}`);
    process.stderr.write(
      `The engine's folder is kept. To look into it:\n  cd ${this.folder}/program-1 && export ${settings.join(" ")} ` +
        `PATH="$(npm run -s engine-path --prefix ${process.cwd()}):$PATH"\n  pulumi stack ls --all\n`,
    );
  }
}
