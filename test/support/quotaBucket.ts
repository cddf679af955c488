import type { Clock } from "../../src/reading/pace";

/** The service's rate limiter: a token bucket with a burst of one second, refilled continuously. */
export class QuotaBucket {
  private tokens: number;
  private filledAt: number;

  constructor(
    private readonly rate: number,
    private readonly clock: Clock,
  ) {
    this.tokens = rate;
    this.filledAt = clock.now();
  }

  /** Returns whether a request is allowed, and takes a token if it is. */
  take(): boolean {
    const now = this.clock.now();
    this.tokens = Math.min(this.rate, this.tokens + (now - this.filledAt) * this.rate);
    this.filledAt = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
