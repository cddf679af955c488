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

/** Whether a test of the current file has failed. False outside of Jest. */
export function aTestFailed(): boolean {
  const state = circus();
  return state !== undefined && (state.unhandledErrors.length > 0 || failed(state.rootDescribeBlock));
}

let runs = 0;
let restore = (): void => undefined;

/**
 * Passes unhandled errors to Pulumi's listeners on `process` during `run`, as in a real program. Otherwise, Jest would handle these errors
 * and fail the test, because `process` is a copy in Jest.
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
  // Listeners that are added later are removed at the end, because Pulumi does not remove its listeners if a program fails.
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

/** Returns the state of Jest's test runner, which is stored in a global symbol. */
function circus(): CircusState | undefined {
  const symbol = Object.getOwnPropertySymbols(globalThis).find(
    ({ description }) => description === "JEST_STATE_SYMBOL",
  );
  return symbol && (globalThis as unknown as Record<symbol, CircusState>)[symbol];
}
