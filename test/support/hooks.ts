/**
 * Starts a resource before each test, or once before all tests of the file, and stops it afterwards. The returned object is a proxy of the
 * running resource.
 */
export function startedBefore<T extends object>(
  each: "test" | "file",
  start: () => Promise<T>,
  end: (started: T) => unknown,
): T {
  let started: T | undefined;
  const [before, after] = each === "file" ? [beforeAll, afterAll] : [beforeEach, afterEach];
  before(async () => {
    started = await start();
  });
  after(async () => {
    if (started) await end(started);
    started = undefined;
  });
  const current = () => {
    if (!started) throw new Error("It is started before each test, and not before.");
    return started;
  };
  return new Proxy({} as T, {
    get: (_, name) => {
      const member: unknown = Reflect.get(current(), name);
      return typeof member === "function" ? (member.bind(current()) as unknown) : member;
    },
    set: (_, name, value) => Reflect.set(current(), name, value),
  });
}

/** Wraps a function that starts a resource, so that the resources are stopped after each test, in reverse order. */
export function endedAfterTest<Args extends unknown[], T>(
  start: (...args: Args) => Promise<T>,
  end: (started: T) => unknown,
): (...args: Args) => Promise<T> {
  const all: T[] = [];
  afterEach(async () => {
    for (const started of all.splice(0).reverse()) await end(started);
  });
  return async (...args) => {
    const started = await start(...args);
    all.push(started);
    return started;
  };
}
