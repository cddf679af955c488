import type { EngineEvent, OpMap, OutputMap, PulumiFn, Stack, UpOptions } from "@pulumi/pulumi/automation";
import { withProgramErrors } from "./engineUnderJest";
import { keepEnvironment } from "./environment";

export interface RunOptions extends Pick<UpOptions, "parallel" | "target" | "replace" | "signal"> {
  readonly diff?: boolean;
  readonly refresh?: boolean;
  readonly expectNoChanges?: boolean;
  /** For refresh and destroy: whether to run the program too. */
  readonly runProgram?: boolean;
  /** Colours in the output, as a terminal gets them. */
  readonly isColored?: boolean;
  /** A different program for this run. */
  readonly program?: PulumiFn;
  /** For this run: seen by the engine, the dynamic-provider server and the program. */
  readonly env?: Readonly<Record<string, string>>;
  /** Pulumi's debug messages in the output. */
  readonly debug?: boolean;
  /** Adds the engine's own log to the error output, in this verbosity, up to 11. */
  readonly logVerbosity?: number;
  /** The log of what the engine starts too. */
  readonly logFlow?: boolean;
}

export interface EngineRun {
  readonly ok: boolean;
  /** The CLI's standard output, including diagnostics and errors. */
  readonly output: string;
  readonly errorOutput: string;
  readonly events: readonly EngineEvent[];
  /** The number of changed resources by operation; empty if the engine stopped before. */
  readonly changes: OpMap;
  readonly error?: Error;
  /** The stack's outputs after a successful `up`. */
  readonly outputs?: OutputMap;
}

type PassedOptions = Omit<RunOptions, "env" | "program" | "isColored"> &
  Pick<UpOptions, "color" | "logToStdErr" | "onOutput" | "onError" | "onEvent">;

/** PRINT_ENGINE=1 shows what the engine prints as it prints it. */
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

/** The program runs in this process, so the variables are set here too. */
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
