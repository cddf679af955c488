import { Pace } from "../../src/reading/pace";
import { QuotaBucket } from "../support/quotaBucket";
import { VirtualClock } from "../support/virtualClock";

interface Situation {
  readonly requests: number;
  readonly latency?: number;
  /** The latency of the first requests, which include connecting. */
  readonly firstLatency?: number;
  /** The rate of another client, in requests per second. */
  readonly others?: (now: number) => number;
  /** The number of requests in each burst of another client, and the seconds between two bursts. */
  readonly bursts?: { readonly requests: number; readonly every: number };
}

/** Simulates concurrent requests under a quota of 5 per second, and counts the throttled ones. */
async function ask({ requests, latency = 0.02, firstLatency = latency, others, bursts }: Situation) {
  const clock = new VirtualClock();
  const pace = new Pace(5, clock);
  const bucket = new QuotaBucket(5, clock);
  let sent = 0;
  let refused = 0;
  let otherGot = 0;
  let isOver = false;
  const other = () => {
    if (isOver) return;
    const rate = others?.(clock.now()) ?? 0;
    if (rate > 0 && bucket.take()) otherGot += 1;
    clock.after(rate > 0 ? 1 / rate : 0.5, other);
  };
  if (others) other();
  // The other client retries throttled requests with exponential backoff, as the AWS SDKs do.
  const request = (attempt: number) => {
    if (bucket.take()) otherGot += 1;
    else if (!isOver)
      clock.after(Math.min(20, 0.1 * 2 ** attempt), () => {
        request(attempt + 1);
      });
  };
  const burst = ({ requests, every }: NonNullable<Situation["bursts"]>) => {
    if (isOver) return;
    for (let index = 0; index < requests; index += 1) request(0);
    clock.after(every, () => {
      burst({ requests, every });
    });
  };
  if (bursts) burst(bursts);
  const one = async (): Promise<void> => {
    for (;;) {
      const turn = await pace.turn();
      const delay = ++sent <= 5 ? firstLatency : latency;
      await clock.sleep(delay / 2);
      const isThrough = bucket.take();
      await clock.sleep(delay / 2);
      turn.finished(isThrough ? "accepted" : "throttled");
      if (isThrough) return;
      refused += 1;
    }
  };
  await clock.run(Promise.all(Array.from({ length: requests }, one)));
  isOver = true;
  return { seconds: clock.now(), sent, refused, otherGot };
}

describe("Pace", () => {
  test.each([
    { latency: 0.001, firstLatency: 0.05 },
    { latency: 0.05, firstLatency: 0.2 },
    { latency: 0.25, firstLatency: 0.25 },
  ])(
    "completes 60 requests at the quota's rate without throttling, at latencies of %o",
    async (latencies) => {
      const { seconds, refused } = await ask({ requests: 60, ...latencies });
      expect(refused).toBe(0);
      expect(seconds).toBeLessThan(11.6);
      expect(seconds).toBeGreaterThanOrEqual(11);
    },
  );

  test("uses at least 97 % of the quota for 300 requests without throttling", async () => {
    const { seconds, refused } = await ask({ requests: 300, firstLatency: 0.1 });
    expect(refused).toBe(0);
    expect((300 - 5) / seconds / 5).toBeGreaterThan(0.97);
  });

  test.each([60, 300])(
    "uses most of the quota that another client leaves, for %i requests",
    async (requests) => {
      const { seconds, sent, refused, otherGot } = await ask({ requests, others: () => 2.5 });
      const left = 5 - otherGot / seconds;
      expect(requests / seconds / left).toBeGreaterThan(0.85);
      expect(refused / sent).toBeLessThan(0.15);
    },
  );

  test.each([
    { requests: 5, every: 2 },
    { requests: 5, every: 5 },
    { requests: 10, every: 10 },
    { requests: 20, every: 30 },
  ])("uses most of the quota that another client leaves between bursts of %o", async (bursts) => {
    const { seconds, sent, refused, otherGot } = await ask({ requests: 300, bursts });
    const left = 5 - otherGot / seconds;
    expect(seconds).toBeLessThan(1.2 * (300 / left));
    expect(refused / sent).toBeLessThan(0.2);
  });

  test("returns to the full quota after another client has stopped", async () => {
    const { seconds } = await ask({ requests: 300, others: (now) => (now < 30 ? 2.5 : 0) });
    // A burst of 5, then 75 requests in 30 s at half the rate, then 220 in 44 s at the full rate: 74 s.
    expect(seconds).toBeLessThan(74 / 0.95);
  });

  test("completes 1,000 requests within 110 seconds even if the service throttles every 25th request at any rate", async () => {
    const clock = new VirtualClock();
    const pace = new Pace(100, clock);
    let sent = 0;
    const one = async () => {
      for (let isThrough = false; !isThrough;) {
        const turn = await pace.turn();
        isThrough = ++sent % 25 > 0;
        await clock.sleep(0.02);
        turn.finished(isThrough ? "accepted" : "throttled");
      }
    };
    await clock.run(Promise.all(Array.from({ length: 1000 }, one)));
    expect(clock.now()).toBeLessThan(110);
  });

  test("has at most 50 requests in flight, one for each connection, at a very high rate", async () => {
    const clock = new VirtualClock();
    const pace = new Pace(100_000, clock);
    let underWay = 0;
    let most = 0;
    const one = async () => {
      const turn = await pace.turn();
      most = Math.max(most, ++underWay);
      await clock.sleep(0.5);
      underWay -= 1;
      turn.finished("accepted");
    };
    await clock.run(Promise.all(Array.from({ length: 1000 }, one)));
    expect(most).toBe(50);
    expect(clock.now()).toBeCloseTo(10, 1);
  });

  test("grants turns in the order in which they are requested", async () => {
    const clock = new VirtualClock();
    const pace = new Pace(2, clock);
    const order: number[] = [];
    const turn = async (index: number) => {
      (await pace.turn()).finished("accepted");
      order.push(index);
    };
    await clock.run(Promise.all([0, 1, 2, 3, 4, 5].map(turn)));
    expect(order).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("sends at most one request every two seconds with a quota of 0.5 requests per second", async () => {
    const clock = new VirtualClock();
    const pace = new Pace(0.5, clock);
    const at: number[] = [];
    const turn = async () => {
      (await pace.turn()).finished("accepted");
      at.push(clock.now());
    };
    await clock.run(Promise.all([turn(), turn(), turn()]));
    expect(at[0]).toBe(0);
    expect(at[1]).toBeGreaterThanOrEqual(2);
    expect(at[2]).toBeGreaterThanOrEqual(4);
  });
});
