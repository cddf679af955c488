/** Says, every two seconds, how far work is that takes longer than that. */
export class Progress {
  private started = 0;
  private finished = 0;
  private busySince = 0;
  private idleSince = -Infinity;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly report: (line: string) => void) {}

  /** Follows one read of a room until it is done. */
  async follow<T>(read: () => Promise<T>): Promise<T> {
    this.begin();
    try {
      return await read();
    } finally {
      this.end();
    }
  }

  private begin(): void {
    const now = performance.now();
    // Reads that follow each other closely, as the engine's checks do, are one piece of work.
    if (this.started === this.finished && now - this.idleSince > pause) {
      this.started = this.finished = 0;
      this.busySince = now;
    }
    this.started += 1;
    this.timer ??= setTimeout(this.tell, Math.max(this.busySince + interval - now, 0)).unref();
  }

  private end(): void {
    this.finished += 1;
    if (this.started > this.finished) return;
    this.idleSince = performance.now();
    if (this.timer === undefined || this.idleSince - this.busySince >= interval) return;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private readonly tell = (): void => {
    this.timer = undefined;
    if (this.started === this.finished) return;
    const seconds = (performance.now() - this.busySince) / 1000;
    const left = this.started - this.finished;
    const rate = this.finished / seconds;
    const rest = rate > 0 ? `, about ${Math.ceil(left / rate)} s at ${rate.toFixed(1)} rooms a second` : "";
    this.report(`Reading IVS Chat rooms: ${this.finished} of ${this.started} read, ${left} to go${rest}`);
    this.timer = setTimeout(this.tell, interval).unref();
  };
}

const interval = 2000;
const pause = 1000;
