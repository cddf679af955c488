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
  /** Whether programs find the built `pulumi-ivschat` (default true). False for tests that do without dist. */
  readonly withPackage?: boolean;
}

/** An engine that the tests of a file share. */
export const useEngine = (options?: EngineOptions): Pick<Engine, "stack" | "folder"> =>
  startedBefore(
    "file",
    () => createEngine(options),
    (engine) => engine.close(),
  );

/**
 * A real Pulumi engine with a home and a file backend of its own, which its stacks share.
 * Run its stacks one after another: Pulumi's check for leaked promises sees the whole process.
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

  /** The environment variables with which the CLI uses this engine's stacks. */
  get env(): Record<string, string> {
    return engineEnvironment(this.folder);
  }

  /** A new stack: `test`, the next ones `test-2` and so on, unless named. Another one of this engine reads its outputs by `new pulumi.StackReference(stack.fullName)`. */
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

  /** Leaves the folder in place when the engine closes. */
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
