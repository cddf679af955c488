import type { Clock } from "../../src/reading/pace";

/** A simulated clock, which advances without waiting. */
export class VirtualClock implements Clock {
  private time = 0;
  private sequence = 0;
  private readonly timers: {
    readonly at: number;
    readonly sequence: number;
    readonly callback: () => void;
  }[] = [];

  now(): number {
    return this.time;
  }

  after(seconds: number, callback: () => void): void {
    this.timers.push({ at: this.time + Math.max(seconds, 0), sequence: ++this.sequence, callback });
    this.timers.sort((a, b) => a.at - b.at || a.sequence - b.sequence);
  }

  sleep(seconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.after(seconds, resolve);
    });
  }

  /** Runs callbacks in order of their time, until the work is done. */
  async run<T>(work: Promise<T>): Promise<T> {
    const state = { isDone: false };
    const done = work.finally(() => {
      state.isDone = true;
    });
    done.catch(() => undefined);
    for (;;) {
      await new Promise(setImmediate);
      if (state.isDone) return done;
      const next = this.timers.shift();
      if (!next) throw new Error("the work waits for something that is not due at any time");
      this.time = next.at;
      next.callback();
    }
  }
}
