import { performance } from "node:perf_hooks";
import { ServiceClients } from "../aws/clients";
import { ConnectionProblem } from "../aws/problem";
import { SecretArguments } from "../arguments/secretArguments";
import { Progress } from "./progress";

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
  /** Maximum requests per second for each operation, account, and region. Defaults to the service's quota. */
  readonly requestsPerSecond?: number | undefined;
  /** Whether to read each recorded room with its own GetRoom request, instead of comparing it with ListRooms. Default: false. */
  readonly readEach?: boolean | undefined;
  /** Time limit for opening a connection, in seconds. Default: 5. */
  readonly connectTimeout?: number | undefined;
  /** Time limit for one request, in seconds. Default: 15. */
  readonly requestTimeout?: number | undefined;
  /** Time limit for a read including its retries, in seconds. Excludes the time spent waiting for the rate limit. Default: 60. */
  readonly readTimeout?: number | undefined;
}

/** Reads the `ivschat:` configuration. Throws a ConnectionProblem if a value is invalid. */
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
 * The clients, results, and progress that all reads of one run share. A run is one preview or update of a program, or one process of the
 * dynamic provider or of the plugin. Results are not shared between runs, because rooms may change.
 */
export class Run {
  readonly clients: ServiceClients;
  readonly requestMs: number;
  readonly readMs: number;
  readonly progress: Progress;
  /** The secret arguments of the reads. Warnings and progress lines do not contain them. */
  readonly secrets = new SecretArguments();
  /** Quota scopes in which the service has accepted or throttled at least one request. */
  readonly working = new Set<string>();
  /** The last network error in each quota scope in which all attempts of a request failed. */
  readonly unreachable = new Map<string, unknown>();

  private readonly reads = new Map<string, SharedRead<unknown>>();
  private readonly warned = new Set<string>();
  private readonly report: (line: string, isWarning?: boolean) => void;

  constructor(
    readonly settings: RunSettings,
    report: (line: string, isWarning?: boolean) => void,
  ) {
    this.report = (line, isWarning) => {
      report(this.secrets.withoutThem(line), isWarning);
    };
    this.requestMs = milliseconds(settings.requestTimeout ?? 15);
    this.readMs = milliseconds(settings.readTimeout ?? 60);
    const limits = {
      connectMs: milliseconds(settings.connectTimeout ?? 5),
      requestMs: this.requestMs,
      readMs: this.readMs,
    };
    this.clients = new ServiceClients(limits, (line) => {
      this.report(line, true);
    });
    this.progress = new Progress(this.report);
  }

  /**
   * Returns the cached result for the key if its read started at `notBefore`, a `performance.now()` time, or later. Otherwise, starts a new
   * read. Does not cache failures.
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

  share<T>(key: string, result: Promise<T>): SharedRead<T> {
    const started = { startedAt: performance.now(), result };
    this.reads.set(key, started);
    return started;
  }

  sharedResult<T>(key: string): Promise<T> | undefined {
    return this.reads.get(key)?.result as Promise<T> | undefined;
  }

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

// The maximum is one day, because Node.js timers of more than 24 days fire immediately.
function milliseconds(seconds: number): number {
  return Math.min(seconds, 86_400) * 1000;
}

function positive(key: RunSettingKey, get: (key: RunSettingKey) => string | undefined): number | undefined {
  const value = get(key);
  if (value === undefined || value === "") return undefined;
  const number = Number(value);
  if (Number.isFinite(number) && number > 0) return number;
  throw problem(key, value, "a number greater than 0");
}

function flag(key: RunSettingKey, get: (key: RunSettingKey) => string | undefined): boolean | undefined {
  const value = get(key);
  if (value === undefined || value === "") return undefined;
  if (value === "true" || value === "false") return value === "true";
  throw problem(key, value, "true or false");
}

// Shows the value only if it looks like a number. Any other value could be a secret that was set under the wrong key.
function problem(key: RunSettingKey, value: string, expected: string): ConnectionProblem {
  const actual = /^[-+]?[\d.,]{1,20} ?[a-z]{0,3}$/i.test(value) ? `, not ${JSON.stringify(value)}` : "";
  return new ConnectionProblem("setting", `ivschat:${key} must be ${expected}${actual}`);
}
