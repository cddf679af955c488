import { Progress } from "../../src/reading/progress";

let lines: string[] = [];
let progress: Progress;
beforeEach(() => {
  jest.useFakeTimers();
  lines = [];
  progress = new Progress((line) => lines.push(line));
});
afterEach(() => {
  jest.useRealTimers();
});

const taking = (milliseconds: number) =>
  progress.follow(() => new Promise((resolve) => setTimeout(resolve, milliseconds)));

describe("the progress of reading rooms", () => {
  test("is not told where the work takes under two seconds", async () => {
    const all = Promise.all([taking(500), taking(1900)]);
    await jest.advanceTimersByTimeAsync(10_000);
    await all;
    expect(lines).toEqual([]);
  });

  test("is told every two seconds: how many, how many to go, how long at this pace", async () => {
    const all = Promise.all([1, 2, 3, 4, 5, 6].map((second) => taking(second * 1000 - 500)));
    await jest.advanceTimersByTimeAsync(10_000);
    await all;
    expect(lines).toEqual([
      "Reading IVS Chat rooms: 2 of 6 read, 4 to go, about 4 s at 1.0 rooms a second",
      "Reading IVS Chat rooms: 4 of 6 read, 2 to go, about 2 s at 1.0 rooms a second",
    ]);
  });

  test("makes no promise while nothing is read", async () => {
    const all = taking(2500);
    await jest.advanceTimersByTimeAsync(10_000);
    await all;
    expect(lines).toEqual(["Reading IVS Chat rooms: 0 of 1 read, 1 to go"]);
  });

  test("takes reads that follow each other closely for one piece of work, and others for a new one", async () => {
    const closely = (async () => {
      for (let read = 0; read < 5; read++) await taking(900);
    })();
    await jest.advanceTimersByTimeAsync(20_000);
    await closely;
    expect(lines.at(-1)).toMatch(/^Reading IVS Chat rooms: 4 of 5 read, 1 to go, about 1 s at 1\.0/);
    lines = [];
    const later = taking(1000);
    await jest.advanceTimersByTimeAsync(20_000);
    await later;
    expect(lines).toEqual([]);
  });

  test("counts a read that fails as done", async () => {
    const failed = progress.follow(() => Promise.reject(new Error("no")));
    await expect(failed).rejects.toThrow("no");
    const all = taking(2500);
    await jest.advanceTimersByTimeAsync(10_000);
    await all;
    expect(lines).toEqual([expect.stringContaining("1 of 2 read, 1 to go")]);
  });
});
