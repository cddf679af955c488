import { performance } from "node:perf_hooks";
import { mostConnections } from "../aws/http/transport";

/** A clock that a simulation can replace. */
export interface Clock {
  /** Seconds since some fixed moment. */
  now(): number;
  /** Calls back after so many seconds, unless cancelled. */
  after(seconds: number, callback: () => void): void;
}

/** The right to send one request, to be given back with what became of it. */
export interface Turn {
  /** Says that the request was answered, and whether it was refused as one too many. */
  answered(refused: boolean): void;
  /** Says that no request was sent, so that the next in line may. */
  unused(): void;
}

export const realClock: Clock = {
  now: () => performance.now() / 1000,
  after: (seconds, callback) => {
    setTimeout(callback, seconds * 1000);
  },
};

/**
 * Lets requests of one operation, account and region wait their turn, in order, at the rate that the service allows.
 *
 * A token bucket of one second's worth, like the service's own. A request that is not answered yet may not have arrived yet, so its
 * token cannot have begun to come back; with that, requests never run ahead of the service's count. When one is refused all the same,
 * because others use the account too, the rate comes down by a part and grows back along a cubic curve: soon to just below where it
 * was refused, then slowly past it. It does not come down below a tenth of the quota: refusals that go on there are not for the rate.
 */
export class Pace {
  private rate: number;
  private level: number;
  private levelAt: number;
  private readonly waiting: (() => void)[] = [];
  private readonly underWay = new Set<{ readonly sentAt: number }>();
  private isTimerSet = false;
  private notBefore = -Infinity;
  private refusals = 0;
  private refusedRate: number;
  private cutAt = -Infinity;
  private lastAnswer = -Infinity;

  constructor(
    private readonly quota: number,
    private readonly clock: Clock = realClock,
  ) {
    this.refusedRate = quota;
    // A hair below the quota: the two clocks need not agree to the last per mille.
    this.rate = quota * 0.997;
    this.level = this.capacity;
    this.levelAt = clock.now();
  }

  /** Waits until a request may be sent; one that was broken off may go again before others begin. */
  turn(isAgain = false): Promise<Turn> {
    return new Promise((resolve) => {
      const begin = () => {
        const request = { sentAt: this.clock.now() };
        this.underWay.add(request);
        resolve({
          answered: (refused) => {
            if (!this.underWay.has(request)) return;
            // Up to now it counts as under way.
            this.refill();
            this.underWay.delete(request);
            if (refused) this.refused(request.sentAt);
            else this.accepted();
            this.grant();
          },
          unused: () => {
            this.underWay.delete(request);
            this.level += 1;
            this.grant();
          },
        });
      };
      if (isAgain) this.waiting.unshift(begin);
      else this.waiting.push(begin);
      this.grant();
    });
  }

  /** Seconds since a request was last let through by the service. */
  get secondsWithoutProgress(): number {
    return this.clock.now() - this.lastAnswer;
  }

  private get capacity(): number {
    return Math.max(1, this.quota);
  }

  private grant(): void {
    this.refill();
    // No more under way than there are connections: time spent waiting for one would count as the service's.
    while (
      this.waiting.length > 0 &&
      this.underWay.size < mostConnections &&
      this.level >= 1 &&
      this.clock.now() >= this.notBefore
    ) {
      this.level -= 1;
      this.waiting.shift()?.();
    }
    if (this.waiting.length === 0 || this.underWay.size >= mostConnections || this.isTimerSet) return;
    this.isTimerSet = true;
    const wait = Math.max((1 - this.level) / this.rate, this.notBefore - this.clock.now(), 0.001);
    this.clock.after(wait, () => {
      this.isTimerSet = false;
      this.grant();
    });
  }

  private refill(): void {
    const now = this.clock.now();
    this.recover(now);
    const ceiling = this.capacity - this.inFlight(now);
    this.level = Math.min(Math.max(ceiling, this.level), this.level + (now - this.levelAt) * this.rate);
    this.levelAt = now;
  }

  // A slow answer is not a late arrival: after a while a request counts as arrived.
  private inFlight(now: number): number {
    let count = 0;
    for (const { sentAt } of this.underWay) if (now - sentAt <= latestArrival) count += 1;
    return count;
  }

  private accepted(): void {
    this.refusals = 0;
    this.lastAnswer = this.clock.now();
  }

  private refused(sentAt: number): void {
    const now = this.clock.now();
    this.refusals += 1;
    // One cut for all requests that were already under way when the rate was last cut.
    if (sentAt > this.cutAt) {
      this.refusedRate = this.rate;
      this.cutAt = now;
      this.recover(now);
    }
    this.level = Math.min(this.level, 0);
    this.notBefore = now + Math.min(longestPause, (2 ** (this.refusals - 1) - 1) * firstPause);
  }

  private recover(now: number): void {
    if (this.cutAt === -Infinity) return;
    const full = this.quota * 0.997;
    const flat = Math.cbrt((this.refusedRate * (1 - cut)) / growth);
    const grown = this.refusedRate + growth * (now - this.cutAt - flat) ** 3;
    this.rate = Math.min(full, Math.max(this.quota / 10, grown));
    if (this.rate >= full) this.cutAt = -Infinity;
  }
}

const latestArrival = 0.3;
const cut = 0.6;
const growth = 0.05;
const firstPause = 0.2;
const longestPause = 5;
