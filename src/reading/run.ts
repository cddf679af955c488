import { Connections } from "../aws/clients";
import { Progress } from "./progress";
import type { SharedRead } from "./shared";

/** How reads behave, as the stack's `ivschat:` configuration has it. */
export interface RunSettings {
  /** Requests a second for each operation, account and region, in place of the published quota. */
  readonly requestsPerSecond?: number | undefined;
  /** Whether each recorded room is read by a GetRoom of its own. */
  readonly readEach?: boolean | undefined;
  /** Seconds until a connection must be there; 5. */
  readonly connectTimeout?: number | undefined;
  /** Seconds until a request must be answered; 15. */
  readonly requestTimeout?: number | undefined;
  /** Seconds that a whole read may take, waiting for the quota not counted; 60. */
  readonly readTimeout?: number | undefined;
}

/**
 * What the reads of one run share: one preview or update of a program, or one process of the provider. Nothing of it outlives the run,
 * so the next one sees each room as it is then.
 */
export class Run {
  readonly connections: Connections;
  readonly requestMs: number;
  readonly readMs: number;
  readonly progress: Progress;
  /** What was read or is being read, by what it is. */
  readonly reads = new Map<string, SharedRead<unknown>>();
  /** Places that answered at least once, and what happened at those that never did. */
  readonly answered = new Set<string>();
  readonly unreachable = new Map<string, unknown>();

  private readonly warned = new Set<string>();

  constructor(
    readonly settings: RunSettings,
    private readonly report: (line: string, isWarning?: boolean) => void,
  ) {
    this.requestMs = milliseconds(settings.requestTimeout ?? 15);
    this.readMs = milliseconds(settings.readTimeout ?? 60);
    const limits = {
      connectMs: milliseconds(settings.connectTimeout ?? 5),
      requestMs: this.requestMs,
      readMs: this.readMs,
    };
    this.connections = new Connections(limits, (line) => {
      report(line, true);
    });
    this.progress = new Progress(report);
  }

  /** Warns of something, once. */
  warn(line: string): void {
    if (this.warned.has(line)) return;
    this.warned.add(line);
    this.report(line, true);
  }
}

// A day at most: a timer of Node.js goes off at once where it, or a sum of such limits, would take more than 24.
function milliseconds(seconds: number): number {
  return Math.min(seconds, 86_400) * 1000;
}
