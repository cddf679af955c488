import type { EngineEvent, OpMap, OutputMap, PulumiFn, Stack, UpOptions } from "@pulumi/pulumi/automation";
import { withProgramErrors } from "./engineUnderJest";
import { keepEnvironment } from "./environment";

export interface RunOptions extends Pick<UpOptions, "parallel" | "target" | "replace" | "signal"> {
  readonly diff?: boolean;
  readonly refresh?: boolean;
  readonly expectNoChanges?: boolean;
  /** Whether refresh and destroy also run the program. */
  readonly runProgram?: boolean;
  /** Whether the output contains colors, as in a terminal. */
  readonly isColored?: boolean;
  /** A different program for this run. */
  readonly program?: PulumiFn;
  /** Environment variables of the engine, the dynamic provider server, and the program, for this run. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the output contains Pulumi's debug messages. */
  readonly debug?: boolean;
  /** Verbosity of the engine's log, up to 11. If set, the log is added to the error output. */
  readonly logVerbosity?: number;
  /** Whether the log includes the processes that the engine starts. */
  readonly logFlow?: boolean;
}

export interface EngineRun {
  readonly ok: boolean;
  /** The CLI's standard output, including diagnostics and errors. */
  readonly output: string;
  readonly errorOutput: string;
  readonly events: readonly EngineEvent[];
  /** The number of resources for each operation, such as `create` or `same`. Empty if the run failed before the engine reported them. */
  readonly changes: OpMap;
  readonly error?: Error;
  /** The stack's outputs after a successful `up`. */
  readonly outputs?: OutputMap;
}

type PassedOptions = Omit<RunOptions, "env" | "program" | "isColored"> &
  Pick<UpOptions, "color" | "logToStdErr" | "onOutput" | "onError" | "onEvent">;

/** Whether the engine's output is printed immediately. Set PRINT_ENGINE=1 for debugging. */
const isPrinted = Boolean(process.env.PRINT_ENGINE);

/** Runs one operation of a stack. A failure is a result, not an exception. */
export async function runOperation(
  stack: Stack,
  { env = {}, program, isColored = false, ...options }: RunOptions,
  operation: (passed: PassedOptions) => Promise<object>,
): Promise<EngineRun> {
  let output = "";
  let errorOutput = "";
  const events: EngineEvent[] = [];
  const passed: PassedOptions = {
    ...options,
    ...(options.logVerbosity === undefined ? {} : { logToStdErr: true }),
    color: isColored ? "always" : "never",
    onOutput: (text) => {
      output += text;
      if (isPrinted) process.stderr.write(text);
    },
    onError: (text) => {
      errorOutput += text;
      if (isPrinted) process.stderr.write(text);
    },
    onEvent: (event) => events.push(event),
  };
  const run = () => withProgramErrors(() => operation(passed));
  const result = await settled(() => withProgram(stack, program, () => withEnvironment(stack, env, run)));
  const changes = events.find(({ summaryEvent }) => summaryEvent)?.summaryEvent?.resourceChanges ?? {};
  return { output, errorOutput, events, changes, ...result };
}

async function settled(run: () => Promise<object>): Promise<Pick<EngineRun, "ok" | "error" | "outputs">> {
  try {
    const result: { outputs?: OutputMap } = await run();
    return { ok: true, ...(result.outputs && { outputs: result.outputs }) };
  } catch (error) {
    return { ok: false, error: error as Error };
  }
}

async function withProgram<T>(
  stack: Stack,
  program: PulumiFn | undefined,
  run: () => Promise<T>,
): Promise<T> {
  const usual = stack.workspace.program;
  stack.workspace.program = program ?? usual;
  try {
    return await run();
  } finally {
    stack.workspace.program = usual;
  }
}

/** Sets environment variables for the engine and in this process, which runs the program. Restores them afterwards. */
async function withEnvironment<T>(
  stack: Stack,
  env: Readonly<Record<string, string>>,
  run: () => Promise<T>,
): Promise<T> {
  const usual = stack.workspace.envVars;
  const restore = keepEnvironment();
  stack.workspace.envVars = { ...usual, ...env };
  Object.assign(process.env, stack.workspace.envVars);
  try {
    return await run();
  } finally {
    stack.workspace.envVars = usual;
    restore();
  }
}
