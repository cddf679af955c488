/**
 * Reports the progress of reads every two seconds, and what the oldest request is waiting for.
 *
 * The remaining time is estimated only if several rooms are requested at once, as by getRooms. The total number of ExistingRooms is
 * unknown, because the engine checks them one after another.
 */
export class Progress {
  private rooms = { requested: 0, read: 0, readAtLastReport: 0 };
  private readonly waits = new Set<Wait>();
  private running = 0;
  private busySince = 0;
  private idleSince = -Infinity;
  private timer: NodeJS.Timeout | undefined;
  private lastLine = "";

  constructor(private readonly report: (line: string) => void) {}

  async follow<T>(read: () => Promise<T>): Promise<T> {
    this.begin();
    this.rooms.requested += 1;
    try {
      return await read();
    } finally {
      this.rooms.read += 1;
      this.end();
    }
  }

  /** Runs a request, which calls `waitFor` to report what it is waiting for. */
  async watch<T>(request: (waitFor: (what: string) => void) => Promise<T>): Promise<T> {
    this.begin();
    const wait: Wait = { what: undefined };
    this.waits.add(wait);
    try {
      return await request((what) => {
        wait.what = what;
      });
    } finally {
      this.waits.delete(wait);
      this.end();
    }
  }

  private begin(): void {
    const now = performance.now();
    // Reads with short gaps between them are counted together, because the engine checks resources one after another.
    if (this.running === 0 && now - this.idleSince > pause) {
      this.rooms = { requested: 0, read: 0, readAtLastReport: 0 };
      this.busySince = now;
      this.lastLine = "";
    }
    this.running += 1;
    this.timer ??= setTimeout(this.tick, Math.max(this.busySince + interval - now, 0)).unref();
  }

  private end(): void {
    this.running -= 1;
    if (this.running > 0) return;
    this.idleSince = performance.now();
    if (this.timer === undefined || this.idleSince - this.busySince >= interval) return;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private readonly tick = (): void => {
    this.timer = undefined;
    if (this.running === 0) return;
    const line = `Reading IVS Chat rooms: ${this.state()}`;
    // Skips repeated lines, because logs in CI systems would keep each of them.
    if (line !== this.lastLine) this.report(line);
    this.lastLine = line;
    this.rooms.readAtLastReport = this.rooms.read;
    this.timer = setTimeout(this.tick, interval).unref();
  };

  private state(): string {
    const { requested, read, readAtLastReport } = this.rooms;
    const left = requested - read;
    const isStuck = read === readAtLastReport;
    const rate = (read * 1000) / (performance.now() - this.busySince);
    const estimate =
      read > 0 ? `, about ${Math.ceil(left / rate)} s left at ${rate.toFixed(1)} rooms per second` : "";
    const [wait] = this.waits;
    const waiting = wait?.what === undefined ? [] : [`waiting for ${wait.what}`];
    if (left > 1) return [`${read} of ${requested} read${estimate}`, ...(isStuck ? waiting : [])].join("; ");
    return [...(read > 0 || waiting.length === 0 ? [`${read} read`] : []), ...waiting].join(", ");
  }
}

interface Wait {
  what: string | undefined;
}

const interval = 2000;
const pause = 1000;
