import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { ServiceClient } from "../aws/clients";
import { oneLine } from "../room/text";
import { factsOf } from "./errorFacts";
import type { RoomReadError } from "../errors";
import { failureOf, isUnreachable, kindOf, throttledFailure, type Kind, type Subject } from "./failure";
import { paceFor, type Operation } from "./quota";
import type { Run } from "./run";
import { RequestTimedOut, send, type Command } from "./send";

export interface Request<T> {
  readonly operation: Operation;
  /** The account whose quota the request uses, if known. */
  readonly accountId?: string | undefined;
  readonly subject: Subject;
  /** Creates the SDK's command. Called once for each attempt. */
  readonly command: () => Command;
  /** Converts the parsed JSON of the response. If this throws a MalformedAnswer, the request is retried once. */
  readonly parse: (answer: unknown) => T;
}

/**
 * Makes a request, with rate limiting and retries. A throttled request is retried until the service has accepted no request of the
 * operation for `readTimeout`. Transient errors are retried with backoff, up to a maximum number of attempts. Throws a RoomReadError.
 */
export function request<T>(run: Run, client: ServiceClient, options: Request<T>): Promise<T> {
  return run.progress.watch((waitFor) => sendWithRetries(run, client, options, waitFor));
}

async function sendWithRetries<T>(
  run: Run,
  client: ServiceClient,
  { subject, ...request }: Request<T>,
  waitFor: (what: string) => void,
): Promise<T> {
  const failed = (error: unknown): RoomReadError => failureOf(error, subject, client);
  failIfUnreachable(run, client, failed);
  waitFor("credentials");
  const sdkClient = await client.sdkClient().catch((error: unknown) => {
    throw failed(error);
  });
  const pace = paceFor(client, request.operation, request.accountId, run.settings.requestsPerSecond);
  const retries = new Retries(run, client);
  for (;;) {
    waitFor(quotaText(request.operation, retries.throttled));
    const turn = await pace.turn(retries.transient > 0);
    try {
      // While this request was waiting, another request may have found that the server is unreachable.
      failIfUnreachable(run, client, failed);
    } catch (error) {
      turn.unused();
      throw error;
    }
    waitFor(`the answer to ${request.operation}${attemptText(run, client, retries)}`);
    const limit = Math.min(run.requestMs, run.readMs - retries.spent.ms);
    let error: unknown;
    try {
      const answer = await retries.spent.during(() => send(sdkClient, request.command(), limit));
      turn.finished("accepted");
      run.working.add(client.quotaScope);
      return request.parse(answer);
    } catch (caught) {
      // If there was not enough time left for a full attempt, the error of the previous attempt explains the failure better than a timeout.
      const isCutShort = caught instanceof RequestTimedOut && limit < run.requestMs;
      error = isCutShort ? (retries.lastError ?? caught) : caught;
    }
    const kind = kindOf(error);
    turn.finished(kind === "throttled" ? "throttled" : "failed");
    if (kind === "throttled") run.working.add(client.quotaScope);
    const next = retries.next(kind, error, pace.secondsWithoutProgress);
    if (next === "give up")
      throw kind === "throttled" ? throttledFailure(error, subject, run.readMs) : failed(error);
    if (next === 0) continue;
    waitFor(`a retry of ${request.operation}${attemptText(run, client, retries)}`);
    await retries.spent.during(() => sleep(next));
  }
}

/** Counts the failed attempts of a request, and decides whether to retry. */
class Retries {
  readonly spent = new Stopwatch();
  transient = 0;
  malformed = 0;
  throttled = 0;
  lastError: unknown;

  constructor(
    private readonly run: Run,
    private readonly client: ServiceClient,
  ) {}

  /** Returns how many milliseconds to wait before the next attempt, or `give up`. */
  next(kind: Kind, error: unknown, secondsWithoutProgress: number): number | "give up" {
    const { run, spent } = this;
    this.lastError = error;
    switch (kind) {
      case "throttled":
        this.throttled += 1;
        spent.forgetLast();
        return secondsWithoutProgress * 1000 > run.readMs && spent.total > run.readMs ? "give up" : 0;
      case "malformed":
        this.malformed += 1;
        return this.malformed < 2 && spent.ms < run.readMs ? 0 : "give up";
      case "transient":
        this.transient += 1;
        return this.backoff(error);
      case "final":
        return "give up";
    }
  }

  private backoff(error: unknown): number | "give up" {
    const { run, client, spent } = this;
    const backoff = Math.min(longestBackoff, firstBackoff * 2 ** this.transient) * (0.5 + Math.random() / 2);
    if (this.transient < attempts(run, client) && spent.ms + backoff < run.readMs) return backoff;
    if (isUnreachable(error)) run.unreachable.set(client.quotaScope, error);
    return "give up";
  }
}

// If a server has never responded, it is probably unreachable, so fewer attempts are made.
function attempts(run: Run, client: ServiceClient): number {
  return client.maximumAttempts ?? (run.working.has(client.quotaScope) ? 10 : 3);
}

function quotaText(operation: Operation, throttled: number): string {
  if (throttled === 0) return `the quota of ${operation} requests`;
  const times = throttled === 1 ? "once" : `${throttled} times`;
  return `the quota of ${operation} requests, shared with other clients: throttled ${times}`;
}

function attemptText(run: Run, client: ServiceClient, { transient, lastError }: Retries): string {
  const attempt = `, attempt ${transient + 1} of ${attempts(run, client)}`;
  if (transient === 0) return attempt;
  const { name, code, message } = factsOf(lastError);
  const reason = [code ?? name, message].filter((part) => part !== "" && part !== "Error");
  return `${attempt}, after ${oneLine(reason.join(": "), 120)}`;
}

const firstBackoff = 50;
const longestBackoff = 5000;

// Fails immediately if the server is known to be unreachable, so that not every request makes all of its attempts.
function failIfUnreachable(run: Run, { quotaScope }: ServiceClient, failed: (error: unknown) => Error): void {
  if (run.working.has(quotaScope) || !run.unreachable.has(quotaScope)) return;
  throw failed(run.unreachable.get(quotaScope));
}

/**
 * Measures the duration of a request and its retries. `ms` excludes the time spent waiting for the rate limit; `total` includes that time.
 */
class Stopwatch {
  private readonly createdAt = performance.now();
  private sum = 0;
  private last = 0;

  async during<T>(work: () => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    try {
      return await work();
    } finally {
      this.last = performance.now() - startedAt;
      this.sum += this.last;
    }
  }

  /** Subtracts the last interval from `ms`. Used for throttled requests, which count as waiting for the rate limit. */
  forgetLast(): void {
    this.sum -= this.last;
    this.last = 0;
  }

  get ms(): number {
    return this.sum;
  }

  get total(): number {
    return performance.now() - this.createdAt;
  }
}
