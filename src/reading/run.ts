import { performance } from "node:perf_hooks";
import { ServiceClients } from "../aws/clients";
import { ConnectionProblem } from "../aws/problem";
import { Progress } from "./progress";

/** The keys of `ivschat:` configuration. */
export const runSettingKeys = [
  "requestsPerSecond",
  "readEach",
  "connectTimeout",
  "requestTimeout",
  "readTimeout",
] as const;

type RunSettingKey = (typeof runSettingKeys)[number];

/** The stack's `ivschat:` configuration. */
export interface RunSettings {
  /** Requests a second for each operation, account and region, instead of the published quota. */
  readonly requestsPerSecond?: number | undefined;
  /** Whether each recorded room is read with a GetRoom request of its own. */
  readonly readEach?: boolean | undefined;
  /** Seconds to open a connection; 5. */
  readonly connectTimeout?: number | undefined;
  /** Seconds to answer a request; 15. */
  readonly requestTimeout?: number | undefined;
  /** Seconds for a whole read, without the time it waits for the quota; 60. */
  readonly readTimeout?: number | undefined;
}

/** Reads and checks `ivschat:` configuration. Throws a ConnectionProblem that names the key. */
export function runSettings(get: (key: RunSettingKey) => string | undefined): RunSettings {
  return {
    requestsPerSecond: positive("requestsPerSecond", get),
    readEach: flag("readEach", get),
    connectTimeout: positive("connectTimeout", get),
    requestTimeout: positive("requestTimeout", get),
    readTimeout: positive("readTimeout", get),
  };
}

/**
 * What the reads of one run share. A run is one preview or update of a program, or one process of the provider. It keeps nothing for the
 * next one, which sees each room as it is then.
 */
export class Run {
  readonly clients: ServiceClients;
  readonly requestMs: number;
  readonly readMs: number;
  readonly progress: Progress;
  /** Quota scopes that answered at least once, and the error of those that never did. */
  readonly answered = new Set<string>();
  readonly unreachable = new Map<string, unknown>();

  private readonly reads = new Map<string, SharedRead<unknown>>();
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
    this.clients = new ServiceClients(limits, (line) => {
      report(line, true);
    });
    this.progress = new Progress(report);
  }

  /**
   * Reads once for all callers with the same key. A result that was asked for before `notBefore` (a time of `performance.now()`) is read
   * anew. A failed read is not kept.
   */
  shared<T>(key: string, notBefore: number, read: () => Promise<T>): Promise<T> {
    const existing = this.reads.get(key) as SharedRead<T> | undefined;
    if (existing && existing.startedAt >= notBefore) return existing.result;
    const started = this.share(key, read());
    started.result.catch(() => {
      if (this.reads.get(key) === started) this.reads.delete(key);
    });
    return started.result;
  }

  /** Makes a result the one that callers with this key get. */
  share<T>(key: string, result: Promise<T>): SharedRead<T> {
    const started = { startedAt: performance.now(), result };
    this.reads.set(key, started);
    return started;
  }

  /** The result that callers with this key share, if one was asked for. */
  sharedResult<T>(key: string): Promise<T> | undefined {
    return this.reads.get(key)?.result as Promise<T> | undefined;
  }

  /** Prints a warning, once. */
  warn(line: string): void {
    if (this.warned.has(line)) return;
    this.warned.add(line);
    this.report(line, true);
  }
}

interface SharedRead<T> {
  readonly startedAt: number;
  readonly result: Promise<T>;
}

// A day at most: a timer of Node.js fires at once if it, or a sum of such limits, exceeds 24 days.
function milliseconds(seconds: number): number {
  return Math.min(seconds, 86_400) * 1000;
}

function positive(key: RunSettingKey, get: (key: RunSettingKey) => string | undefined): number | undefined {
  const value = get(key);
  if (value === undefined || value === "") return undefined;
  const number = Number(value);
  if (Number.isFinite(number) && number > 0) return number;
  throw problem(key, value, "a number above 0");
}

function flag(key: RunSettingKey, get: (key: RunSettingKey) => string | undefined): boolean | undefined {
  const value = get(key);
  if (value === undefined || value === "") return undefined;
  if (value === "true" || value === "false") return value === "true";
  throw problem(key, value, "true or false");
}

// Only a value that looks like a number or a word is shown: another may be a secret under the wrong key.
function problem(key: RunSettingKey, value: string, expected: string): ConnectionProblem {
  const shown = /^[-+]?[\d.,]{1,20} ?[a-z]{0,3}$/i.test(value) ? JSON.stringify(value) : "something else";
  return new ConnectionProblem("setting", `ivschat:${key} is ${shown}, where ${expected} is expected`);
}
