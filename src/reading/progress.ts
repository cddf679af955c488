/**
 * Says, every two seconds, how far work is that takes longer than that, and what it waits for; nothing where that is as it was.
 *
 * How much is left is known only where several rooms are asked for at once, as functions do. The engine asks for one ExistingRoom after
 * another, and tells nobody how many are to come: there, only what was read is said.
 */
export class Progress {
  private rooms = { asked: 0, read: 0, readBefore: 0 };
  private readonly waits = new Set<Wait>();
  private underWay = 0;
  private busySince = 0;
  private idleSince = -Infinity;
  private timer: NodeJS.Timeout | undefined;
  private told = "";

  constructor(private readonly report: (line: string) => void) {}

  /** Follows one read of a room until it is done. */
  async follow<T>(read: () => Promise<T>): Promise<T> {
    this.begin();
    this.rooms.asked += 1;
    try {
      return await read();
    } finally {
      this.rooms.read += 1;
      this.end();
    }
  }

  /** Follows one request, which says what it waits for. */
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
    // Reads that follow each other closely, as the engine's checks do, are one piece of work.
    if (this.underWay === 0 && now - this.idleSince > pause) {
      this.rooms = { asked: 0, read: 0, readBefore: 0 };
      this.busySince = now;
      this.told = "";
    }
    this.underWay += 1;
    this.timer ??= setTimeout(this.tell, Math.max(this.busySince + interval - now, 0)).unref();
  }

  private end(): void {
    this.underWay -= 1;
    if (this.underWay > 0) return;
    this.idleSince = performance.now();
    if (this.timer === undefined || this.idleSince - this.busySince >= interval) return;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private readonly tell = (): void => {
    this.timer = undefined;
    if (this.underWay === 0) return;
    const line = `Reading IVS Chat rooms: ${this.state()}`;
    // A log, unlike a terminal, keeps each line.
    if (line !== this.told) this.report(line);
    this.told = line;
    this.rooms.readBefore = this.rooms.read;
    this.timer = setTimeout(this.tell, interval).unref();
  };

  private state(): string {
    const { asked, read, readBefore } = this.rooms;
    const left = asked - read;
    const isStuck = read === readBefore;
    const rate = (read * 1000) / (performance.now() - this.busySince);
    const rest =
      read > 0 ? `, about ${Math.ceil(left / rate)} s for the rest at ${rate.toFixed(1)} rooms a second` : "";
    // The one that waits longest comes first.
    const [wait] = this.waits;
    const waiting = wait?.what === undefined ? [] : [`waiting for ${wait.what}`];
    if (left > 1)
      return [`${read} of the ${asked} asked for read${rest}`, ...(isStuck ? waiting : [])].join("; ");
    return [...(read > 0 || waiting.length === 0 ? [`${read} read`] : []), ...waiting].join(", ");
  }
}

interface Wait {
  what: string | undefined;
}

const interval = 2000;
const pause = 1000;
