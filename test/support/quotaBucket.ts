import type { Clock } from "../../src/reading/pace";

/** The service's side of a quota: a token bucket of one second's worth, filled continuously. */
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

  /** Whether a request is let through. */
  take(): boolean {
    const now = this.clock.now();
    this.tokens = Math.min(this.rate, this.tokens + (now - this.filledAt) * this.rate);
    this.filledAt = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
