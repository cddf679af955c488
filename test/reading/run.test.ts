import { setTimeout as sleep } from "node:timers/promises";
import { Run, runSettings } from "../../src/reading/run";

const settingsOf = (config: Record<string, string>) => runSettings((key) => config[key]);
const newRun = (lines: unknown[] = []) => new Run({}, (...line) => lines.push(line));

describe("the ivschat: configuration", () => {
  test("has no settings by default, or if its values are empty", () => {
    const keys = ["requestsPerSecond", "readEach", "connectTimeout", "requestTimeout", "readTimeout"];
    for (const config of [{}, Object.fromEntries(keys.map((key) => [key, ""]))])
      expect(Object.values(settingsOf(config))).toEqual(Array(5).fill(undefined));
  });

  test("accepts numbers, including fractions, and true and false", () => {
    const config = { requestsPerSecond: "0.5", connectTimeout: "1", requestTimeout: "2", readTimeout: "3" };
    expect(settingsOf({ ...config, readEach: "true" })).toEqual({
      requestsPerSecond: 0.5,
      connectTimeout: 1,
      requestTimeout: 2,
      readTimeout: 3,
      readEach: true,
    });
    expect(settingsOf({ readEach: "false" }).readEach).toBe(false);
  });

  test.each([
    ["requestsPerSecond", "0", 'a number greater than 0, not "0"'],
    ["connectTimeout", "-1", 'a number greater than 0, not "-1"'],
    ["requestTimeout", "10 s", 'a number greater than 0, not "10 s"'],
    ["readTimeout", "1,5", 'a number greater than 0, not "1,5"'],
    ["readTimeout", "Infinity", "a number greater than 0"],
    ["readTimeout", "hunter2", "a number greater than 0"],
    ["readTimeout", "2hunter", "a number greater than 0"],
    ["readTimeout", "a 5", "a number greater than 0"],
    ["readEach", "yes", "true or false"],
    ["readEach", "1", 'true or false, not "1"'],
  ])(
    "with %s = %s is rejected with an error that shows the value only if the value looks like a number",
    (key, value, expected) => {
      expect(() => settingsOf({ [key]: value })).toThrow(
        expect.objectContaining({ kind: "setting", message: `ivschat:${key} must be ${expected}` }) as Error,
      );
    },
  );

  test("limits a request to 15 seconds and a read to 60 seconds by default, and both to at most a day", () => {
    const limits = ({ requestMs, readMs }: Run) => [requestMs, readMs];
    expect(limits(newRun())).toEqual([15_000, 60_000]);
    const long = { requestTimeout: 1e6, readTimeout: 1e9 };
    expect(limits(new Run(long, () => undefined))).toEqual([86_400_000, 86_400_000]);
  });
});

describe("reads of a run", () => {
  const counted = () => {
    const calls: number[] = [];
    return () => Promise.resolve(calls.push(1));
  };

  test("with the same key share one result", async () => {
    const run = newRun();
    const read = counted();
    expect(await Promise.all(["a", "a", "b"].map((key) => run.shared(key, 0, read)))).toEqual([1, 1, 2]);
    expect(await run.sharedResult("a")).toBe(1);
    expect(run.sharedResult("c")).toBeUndefined();
  });

  test("do not share a result from before the given time", async () => {
    const run = newRun();
    const read = counted();
    await run.shared("a", 0, read);
    await sleep(2);
    const now = performance.now();
    expect(await run.shared("a", now, read)).toBe(2);
    expect(await run.shared("a", now, read)).toBe(2);
  });

  test("do not share a failure with later reads", async () => {
    const run = newRun();
    await expect(run.shared("a", 0, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(run.sharedResult("a")).toBeUndefined();
    expect(await run.shared("a", 0, counted())).toBe(1);
  });

  test("keep a newer result if an older read fails later", async () => {
    const run = newRun();
    let fail: (error: Error) => void = () => undefined;
    const older = run.shared("a", 0, () => new Promise((_, reject) => (fail = reject)));
    await sleep(2);
    await run.shared("a", performance.now(), counted());
    fail(new Error("no"));
    await expect(older).rejects.toThrow("no");
    expect(await run.sharedResult("a")).toBe(1);
  });

  test("print the same warning once", () => {
    const lines: unknown[] = [];
    const run = newRun(lines);
    for (const line of ["one", "one", "two"]) run.warn(line);
    expect(lines).toEqual([
      ["one", true],
      ["two", true],
    ]);
  });
});
