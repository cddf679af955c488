import { performance } from "node:perf_hooks";
import { mostConnections } from "../aws/http/transport";

/** A clock that tests can replace. */
export interface Clock {
  /** Seconds since an arbitrary, fixed time. */
  now(): number;
  after(seconds: number, callback: () => void): void;
}

/** Permission to send one request. Call `finished` with the outcome, or `unused` if no request was sent. */
export interface Turn {
  finished(outcome: "accepted" | "throttled" | "failed"): void;
  unused(): void;
}

export const realClock: Clock = {
  now: () => performance.now() / 1000,
  after: (seconds, callback) => {
    setTimeout(callback, seconds * 1000);
  },
};

/**
 * Rate limiter for one operation in one account and region. Requests are sent in order.
 *
 * Uses a token bucket with a burst of one second, like the service. The service counts a request when it arrives, which is later than when
 * it was sent. Therefore, the token of a request is not refilled until the response arrives or 0.3 seconds have passed.
 *
 * Other clients of the account share the quota. When a request is throttled, the rate is reduced and then grows as in the TCP congestion
 * control algorithm CUBIC (RFC 9438): quickly at first, slowly near the rate that was throttled. The minimum is a tenth of the quota.
 */
export class Pace {
  private rate: number;
  private tokens: number;
  private refilledAt: number;
  private readonly waiting: (() => void)[] = [];
  private readonly inFlight = new Set<{ readonly sentAt: number }>();
  private isTimerSet = false;
  private pausedUntil = -Infinity;
  private throttledInARow = 0;
  /** CUBIC's W_max: the rate before the last reduction. */
  private maxRate: number;
  private cutAt = -Infinity;
  private acceptedAt = -Infinity;

  constructor(
    private readonly quota: number,
    private readonly clock: Clock = realClock,
  ) {
    this.maxRate = quota;
    this.rate = this.fullRate;
    this.tokens = this.capacity;
    this.refilledAt = clock.now();
  }

  /** Waits until a request may be sent. If `isRetry` is true, the request is sent before all waiting requests. */
  turn(isRetry = false): Promise<Turn> {
    return new Promise((resolve) => {
      const begin = () => {
        const request = { sentAt: this.clock.now() };
        this.inFlight.add(request);
        resolve({
          finished: (outcome) => {
            if (!this.inFlight.has(request)) return;
            // Refills before removing the request. Otherwise, the time in which the request was in flight would refill its token.
            this.refill();
            this.inFlight.delete(request);
            if (outcome === "throttled") this.throttled(request.sentAt);
            if (outcome === "accepted") this.accepted();
            this.grant();
          },
          unused: () => {
            this.inFlight.delete(request);
            this.tokens += 1;
            this.grant();
          },
        });
      };
      if (isRetry) this.waiting.unshift(begin);
      else this.waiting.push(begin);
      this.grant();
    });
  }

  /** Seconds since the service last accepted a request. */
  get secondsWithoutProgress(): number {
    return this.clock.now() - this.acceptedAt;
  }

  private get capacity(): number {
    return Math.max(1, this.quota);
  }

  // Slightly below the quota, because the clocks of the client and the service can run at different speeds.
  private get fullRate(): number {
    return this.quota * 0.997;
  }

  private grant(): void {
    this.refill();
    // Limits the requests in flight to the number of connections. Otherwise, requests could time out while waiting for a connection.
    while (
      this.waiting.length > 0 &&
      this.inFlight.size < mostConnections &&
      this.tokens >= 1 &&
      this.clock.now() >= this.pausedUntil
    ) {
      this.tokens -= 1;
      this.waiting.shift()?.();
    }
    if (this.waiting.length === 0 || this.inFlight.size >= mostConnections || this.isTimerSet) return;
    this.isTimerSet = true;
    const wait = Math.max((1 - this.tokens) / this.rate, this.pausedUntil - this.clock.now(), 0.001);
    this.clock.after(wait, () => {
      this.isTimerSet = false;
      this.grant();
    });
  }

  private refill(): void {
    const now = this.clock.now();
    this.updateRate(now);
    const ceiling = this.capacity - this.notArrived(now);
    this.tokens = Math.min(Math.max(ceiling, this.tokens), this.tokens + (now - this.refilledAt) * this.rate);
    this.refilledAt = now;
  }

  private notArrived(now: number): number {
    let count = 0;
    for (const { sentAt } of this.inFlight) if (now - sentAt <= latestArrival) count += 1;
    return count;
  }

  private accepted(): void {
    this.throttledInARow = 0;
    this.acceptedAt = this.clock.now();
  }

  private throttled(sentAt: number): void {
    const now = this.clock.now();
    this.throttledInARow += 1;
    // Ignores requests that were sent before the last reduction, because they were sent at the old rate.
    if (sentAt > this.cutAt) {
      this.maxRate = this.rate;
      this.cutAt = now;
      this.updateRate(now);
    }
    this.tokens = Math.min(this.tokens, 0);
    this.pausedUntil = now + Math.min(longestPause, (2 ** (this.throttledInARow - 1) - 1) * firstPause);
  }

  // CUBIC's window function: W(t) = C (t - K)^3 + W_max. It is beta * W_max at t = 0 and W_max at t = K.
  private updateRate(now: number): void {
    if (this.cutAt === -Infinity) return;
    const k = Math.cbrt((this.maxRate * (1 - beta)) / c);
    const cubic = this.maxRate + c * (now - this.cutAt - k) ** 3;
    this.rate = Math.min(this.fullRate, Math.max(this.quota / 10, cubic));
    if (this.rate >= this.fullRate) this.cutAt = -Infinity;
  }
}

/** Seconds after which a request is assumed to have reached the service. */
const latestArrival = 0.3;
/** CUBIC's multiplicative decrease factor. */
const beta = 0.6;
/** CUBIC's scaling constant C. */
const c = 0.05;
const firstPause = 0.2;
const longestPause = 5;
