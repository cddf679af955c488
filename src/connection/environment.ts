let turn: Promise<unknown> = Promise.resolve();

/**
 * Runs something with environment variables set, for what the SDK reads from nowhere else. One at a time, and only where there is
 * something to set, so that programs that run side by side in one process do not see each other's.
 */
export function withEnvironment<T>(
  variables: Record<string, string | undefined>,
  run: () => Promise<T>,
): Promise<T> {
  const entries = Object.entries(variables).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  if (entries.length === 0) return run();
  const result = turn.then(async () => {
    const before = entries.map(([name]) => [name, process.env[name]] as const);
    for (const [name, value] of entries) process.env[name] = value;
    try {
      return await run();
    } finally {
      for (const [name, value] of before) {
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
      }
    }
  });
  turn = result.catch(() => undefined);
  return result;
}
