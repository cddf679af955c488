import { performance } from "node:perf_hooks";
import { mostConnections } from "../aws/http/transport";

/** A clock that tests can replace. */
export interface Clock {
  /** Seconds since some fixed moment. */
  now(): number;
  after(seconds: number, callback: () => void): void;
}

/** Permission to send one request. The caller reports the outcome by calling one of the two methods. */
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
 * Limits the rate of requests of one operation, in one account and region, to what the service allows. Requests wait in order.
 *
 * A token bucket with a burst of one second, like the service's. A request in flight may not have reached the service yet, so its token
 * does not refill until it is answered, or for 0.3 seconds: this way, requests never get ahead of the service's own count.
 *
 * The account's other clients use the same quota. So a throttled request cuts the rate, which then grows as in CUBIC (RFC 9438), TCP's
 * congestion control: quickly to just below the rate that was throttled, then slowly past it. The rate stays above a tenth of the
 * quota: at that rate, throttling has other causes.
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
  /** CUBIC's W_max: the rate before the last cut. */
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

  /** Waits until a request may be sent. A retry goes ahead of the requests that wait. */
  turn(isRetry = false): Promise<Turn> {
    return new Promise((resolve) => {
      const begin = () => {
        const request = { sentAt: this.clock.now() };
        this.inFlight.add(request);
        resolve({
          finished: (outcome) => {
            if (!this.inFlight.has(request)) return;
            // Refills for the time in which the request was in flight.
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

  // Slightly below the quota: the two clocks may differ.
  private get fullRate(): number {
    return this.quota * 0.997;
  }

  private grant(): void {
    this.refill();
    // More requests than connections would wait for a connection, and that time would count as the service's.
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
    // Requests that were in flight at the last cut say nothing about the new rate.
    if (sentAt > this.cutAt) {
      this.maxRate = this.rate;
      this.cutAt = now;
      this.updateRate(now);
    }
    this.tokens = Math.min(this.tokens, 0);
    this.pausedUntil = now + Math.min(longestPause, (2 ** (this.throttledInARow - 1) - 1) * firstPause);
  }

  // W_cubic(t) = C (t - K)^3 + W_max, which is beta * W_max right after the cut, and W_max after K seconds.
  private updateRate(now: number): void {
    if (this.cutAt === -Infinity) return;
    const k = Math.cbrt((this.maxRate * (1 - beta)) / c);
    const cubic = this.maxRate + c * (now - this.cutAt - k) ** 3;
    this.rate = Math.min(this.fullRate, Math.max(this.quota / 10, cubic));
    if (this.rate >= this.fullRate) this.cutAt = -Infinity;
  }
}

/** Seconds after which a request in flight has reached the service, even if the answer is slow. */
const latestArrival = 0.3;
/** CUBIC's multiplicative decrease factor. */
const beta = 0.6;
/** CUBIC's scaling constant C. */
const c = 0.05;
const firstPause = 0.2;
const longestPause = 5;
