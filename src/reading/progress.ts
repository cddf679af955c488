/**
 * Reports progress every two seconds while reads are running, and what the oldest request is waiting for. Repeats no line.
 *
 * An estimate of the remaining time needs the total, which only functions have: they request several rooms at once. The engine checks
 * ExistingRooms one after another and does not say how many there are, so only the number of rooms read is reported for them.
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

  /** Tracks what one request is waiting for. */
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
    // The engine's checks have short gaps between them: count those together.
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
    // A log, unlike a terminal, would keep each repetition.
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
