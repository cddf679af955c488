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
  test("is not shown for reads that take less than two seconds", async () => {
    const all = Promise.all([taking(500), taking(1900)]);
    await jest.advanceTimersByTimeAsync(10_000);
    await all;
    expect(lines).toEqual([]);
  });

  test("is shown every two seconds, with the rooms read, the total, the remaining time and the rate", async () => {
    const all = Promise.all([1, 2, 3, 4, 5, 6].map((second) => taking(second * 1000 - 500)));
    await jest.advanceTimersByTimeAsync(10_000);
    await all;
    expect(lines).toEqual([
      "Reading IVS Chat rooms: 2 of 6 read, about 4 s left at 1.0 rooms per second",
      "Reading IVS Chat rooms: 4 of 6 read, about 2 s left at 1.0 rooms per second",
    ]);
  });

  test("shows no remaining time until a room has been read", async () => {
    const all = taking(2500);
    await jest.advanceTimersByTimeAsync(10_000);
    await all;
    expect(lines).toEqual(["Reading IVS Chat rooms: 0 read"]);
  });

  test("says what the oldest request waits for if no room was read since the last line", async () => {
    const waiting = (milliseconds: number, what: string) =>
      progress.watch(async (waitFor) => {
        waitFor(what);
        await taking(milliseconds);
      });
    const all = Promise.all([
      waiting(7000, "an answer"),
      waiting(3000, "the quota"),
      waiting(1000, "nothing"),
    ]);
    await jest.advanceTimersByTimeAsync(20_000);
    await all;
    expect(lines).toEqual([
      "Reading IVS Chat rooms: 1 of 3 read, about 4 s left at 0.5 rooms per second",
      // Two seconds later, the line would be the same, so it is not printed again.
      "Reading IVS Chat rooms: 2 read, waiting for an answer",
    ]);
  });

  test("is also shown for a ListRooms request", async () => {
    const listing = progress.watch((waitFor) => {
      waitFor("the answer to ListRooms");
      return new Promise((resolve) => setTimeout(resolve, 2500));
    });
    await jest.advanceTimersByTimeAsync(10_000);
    await listing;
    expect(lines).toEqual(["Reading IVS Chat rooms: waiting for the answer to ListRooms"]);
  });

  test("counts reads in quick succession together, and starts again for later reads", async () => {
    const closely = (async () => {
      for (let read = 0; read < 5; read++) await taking(900);
    })();
    await jest.advanceTimersByTimeAsync(20_000);
    await closely;
    // No total, because it is not known how many more rooms will be read.
    expect(lines).toEqual(["Reading IVS Chat rooms: 2 read", "Reading IVS Chat rooms: 4 read"]);
    lines = [];
    const later = taking(1000);
    await jest.advanceTimersByTimeAsync(20_000);
    await later;
    expect(lines).toEqual([]);
  });

  test("counts a failed read as done", async () => {
    const failed = progress.follow(() => Promise.reject(new Error("no")));
    await expect(failed).rejects.toThrow("no");
    const all = taking(2500);
    await jest.advanceTimersByTimeAsync(10_000);
    await all;
    expect(lines).toEqual(["Reading IVS Chat rooms: 1 read"]);
  });
});
