/**
 * Starts something before each test, or once before all tests of the file, and ends it afterwards. The returned object always stands for what
 * is running now.
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

/** The same function, except that whatever it has started is ended after the test, the last one first. */
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
