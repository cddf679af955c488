type Listener = (...args: unknown[]) => void;
type ErrorEvent = "uncaughtException" | "unhandledRejection";

interface CircusBlock {
  readonly children: readonly (
    CircusBlock | { readonly type: "test"; readonly errors: readonly unknown[] }
  )[];
  readonly type: "describeBlock";
}

interface CircusState {
  readonly parentProcess: NodeJS.Process;
  readonly rootDescribeBlock: CircusBlock;
  readonly unhandledErrors: readonly unknown[];
}

/** Whether a test of the current file has failed so far. False outside jest. */
export function aTestFailed(): boolean {
  const state = circus();
  return state !== undefined && (state.unhandledErrors.length > 0 || failed(state.rootDescribeBlock));
}

let runs = 0;
let restore = (): void => undefined;

/**
 * While `run` lasts, errors that nobody catches go to the listeners that Pulumi puts on `process`, as they do in a
 * real program. Under jest `process` is a copy, and jest itself would take such an error and fail the test.
 */
export async function withProgramErrors<T>(run: () => Promise<T>): Promise<T> {
  if (runs++ === 0) restore = redirect(circus()?.parentProcess);
  try {
    return await run();
  } finally {
    if (--runs === 0) restore();
  }
}

function redirect(real: NodeJS.Process | undefined): () => void {
  if (real === undefined) return () => undefined;
  const names: ErrorEvent[] = ["uncaughtException", "unhandledRejection"];
  const before = names.map((name) => real.rawListeners(name) as Listener[]);
  // Pulumi does not remove its listeners if a program fails, which would be no problem in a process of its own.
  const own = names.map((name) => process.rawListeners(name as "uncaughtException") as Listener[]);
  names.forEach((name, index) => {
    real.removeAllListeners(name);
    real.on(name, (...args: unknown[]) => {
      const heard = (process as NodeJS.EventEmitter).emit(name, ...args);
      if (heard) return;
      for (const listener of before[index] ?? []) listener.apply(real, args);
    });
  });
  return () => {
    names.forEach((name, index) => {
      real.removeAllListeners(name);
      before[index]?.forEach((listener) => real.on(name, listener));
      for (const listener of process.rawListeners(name) as Listener[]) {
        if (!own[index]?.includes(listener)) process.removeListener(name, listener);
      }
    });
  };
}

function failed(block: CircusBlock): boolean {
  return block.children.some((child) => (child.type === "test" ? child.errors.length > 0 : failed(child)));
}

/** The state of jest's runner, which it keeps under a symbol of its own. */
function circus(): CircusState | undefined {
  const symbol = Object.getOwnPropertySymbols(globalThis).find(
    ({ description }) => description === "JEST_STATE_SYMBOL",
  );
  return symbol && (globalThis as unknown as Record<symbol, CircusState>)[symbol];
}
