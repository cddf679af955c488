import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { ServiceClient } from "../aws/clients";
import { oneLine } from "../room/text";
import { factsOf } from "./errorFacts";
import type { RoomReadError } from "../errors";
import { failureOf, isUnreachable, kindOf, throttledFailure, type Subject } from "./failure";
import { paceFor, type Operation } from "./quota";
import type { Run } from "./run";
import { RequestTimedOut, send, type Command } from "./send";

/** A request, and how to describe it if it fails. */
export interface Request<T> {
  readonly operation: Operation;
  /** The account whose quota the request uses, if known. */
  readonly accountId?: string | undefined;
  readonly subject: Subject;
  /** Makes the SDK's command. Each attempt needs a new one. */
  readonly command: () => Command;
  /** Reads the answer. If it throws a MalformedAnswer, the request is retried once. */
  readonly read: (answer: unknown) => T;
}

/**
 * Makes a request. Each attempt waits for the pace of its operation. A throttled request is retried until the service has accepted no
 * request for `readTimeout`. Transient failures are retried with backoff, up to a number of attempts. Throws a RoomReadError.
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
  const unreachable = unreachableError(run, client);
  if (unreachable !== undefined) throw failed(unreachable);
  waitFor("credentials");
  const sdkClient = await client.sdkClient().catch((error: unknown) => {
    throw failed(error);
  });
  const pace = paceFor(client, request.operation, request.accountId, run.settings.requestsPerSecond);
  const spent = new Stopwatch();
  let transient = 0;
  let malformed = 0;
  let throttled = 0;
  let lastError: unknown;
  for (;;) {
    waitFor(quotaText(request.operation, throttled));
    const turn = await pace.turn(transient > 0);
    // Another request may have found the server unreachable while this one waited.
    const unreachable = unreachableError(run, client);
    if (unreachable !== undefined) {
      turn.unused();
      throw failed(unreachable);
    }
    const limit = Math.min(run.requestMs, run.readMs - spent.ms);
    waitFor(`the answer to ${request.operation}${attemptText(run, client, transient, lastError)}`);
    spent.start();
    try {
      const answer = await send(sdkClient, request.command(), limit).finally(() => {
        spent.stop();
      });
      turn.answered(false);
      run.answered.add(client.quotaScope);
      return request.read(answer);
    } catch (caught) {
      // If the end of the read's time cut this attempt short, the error of the previous attempt is the better explanation.
      const error =
        caught instanceof RequestTimedOut && limit < run.requestMs ? (lastError ?? caught) : caught;
      lastError = error;
      const kind = kindOf(error);
      turn.answered(kind === "throttled");
      if (kind === "throttled") {
        throttled += 1;
        run.answered.add(client.quotaScope);
        spent.forgetLast();
        if (pace.secondsWithoutProgress * 1000 > run.readMs && spent.total > run.readMs)
          throw throttledFailure(error, subject, run.readMs);
        continue;
      }
      if (kind === "malformed" && ++malformed < 2 && spent.ms < run.readMs) continue;
      if (kind !== "transient") throw failed(error);
      transient += 1;
      const backoff = Math.min(longestBackoff, firstBackoff * 2 ** transient) * (0.5 + Math.random() / 2);
      // The remaining time must be enough for the backoff and another attempt.
      if (transient >= attempts(run, client) || spent.ms + backoff >= run.readMs) {
        if (isUnreachable(error)) run.unreachable.set(client.quotaScope, error);
        throw failed(error);
      }
      waitFor(`a retry of ${request.operation}${attemptText(run, client, transient, error)}`);
      spent.start();
      await sleep(backoff);
      spent.stop();
    }
  }
}

// Three attempts are enough to find a server unreachable. Once it has answered, failures are likely to be temporary.
function attempts(run: Run, client: ServiceClient): number {
  return client.maximumAttempts ?? (run.answered.has(client.quotaScope) ? 10 : 3);
}

function quotaText(operation: Operation, throttled: number): string {
  if (throttled === 0) return `the quota of ${operation} requests`;
  const times = throttled === 1 ? "once" : `${throttled} times`;
  return `the quota of ${operation} requests, shared with other clients: throttled ${times}`;
}

function attemptText(run: Run, client: ServiceClient, transient: number, lastError: unknown): string {
  const attempt = `, attempt ${transient + 1} of ${attempts(run, client)}`;
  if (transient === 0) return attempt;
  const { name, code, message } = factsOf(lastError);
  const reason = [code ?? name, message].filter((part) => part !== "" && part !== "Error");
  return `${attempt}, after ${oneLine(reason.join(": "), 120)}`;
}

const firstBackoff = 50;
const longestBackoff = 5000;

// If a server never answered, other rooms fail immediately: each would take as long as the first.
function unreachableError(run: Run, { quotaScope }: ServiceClient): unknown {
  return run.answered.has(quotaScope) ? undefined : run.unreachable.get(quotaScope);
}

/** Measures the time of a read without its waits for the quota. `total` includes them. */
class Stopwatch {
  private readonly createdAt = performance.now();
  private sum = 0;
  private last = 0;
  private since: number | undefined;

  start(): void {
    this.since = performance.now();
  }

  stop(): void {
    if (this.since === undefined) return;
    this.last = performance.now() - this.since;
    this.sum += this.last;
    this.since = undefined;
  }

  /** Subtracts the last interval: a throttled request counts as waiting. */
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
