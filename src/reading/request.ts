import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { ServiceClient } from "../aws/clients";
import { oneLine } from "../room/text";
import { factsOf } from "./errorFacts";
import { ThrottledError, type RoomReadError } from "../errors";
import { failureOf, isUnreachable, kindOf, type Subject } from "./failure";
import { paceFor, type Operation } from "./quota";
import type { Run } from "./run";
import { RequestTimedOut, send, type Command } from "./send";

/** A request to be made, and how a failure of it is told. */
export interface Request<T> {
  readonly operation: Operation;
  /** The account that is asked, where it is known. */
  readonly accountId?: string | undefined;
  readonly subject: Subject;
  /** Makes the SDK's command; anew for each attempt. */
  readonly command: () => Command;
  /** Reads the answer. What it throws as malformed is asked for once more. */
  readonly read: (answer: unknown) => T;
}

/**
 * Makes a request until it is answered: each attempt waits its turn, a refused one waits for the next, a broken one is made again.
 * Throws a RoomReadError.
 */
export function request<T>(run: Run, client: ServiceClient, asked: Request<T>): Promise<T> {
  return run.progress.watch((waitFor) => untilAnswered(run, client, asked, waitFor));
}

async function untilAnswered<T>(
  run: Run,
  client: ServiceClient,
  { subject, ...request }: Request<T>,
  waitFor: (what: string) => void,
): Promise<T> {
  const failed = (error: unknown): RoomReadError => failureOf(error, subject);
  const known = unreachable(run, client);
  if (known !== undefined) throw failed(known);
  waitFor("credentials");
  const sdkClient = await client.sdkClient().catch((error: unknown) => {
    throw failed(error);
  });
  const pace = paceFor(client, request.operation, request.accountId, run.settings.requestsPerSecond);
  const spent = new Stopwatch();
  let broken = 0;
  let malformed = 0;
  let throttles = 0;
  let before: unknown;
  for (;;) {
    waitFor(turnOf(request.operation, throttles));
    const turn = await pace.turn(broken > 0);
    const found = unreachable(run, client);
    if (found !== undefined) {
      turn.unused();
      throw failed(found);
    }
    const limit = Math.min(run.requestMs, run.readMs - spent.ms);
    waitFor(`the answer to ${request.operation}${attempt(run, client, broken, before)}`);
    spent.start();
    try {
      const answer = await send(sdkClient, request.command(), limit).finally(() => {
        spent.stop();
      });
      turn.answered(false);
      run.answered.add(client.quotaScope);
      return request.read(answer);
    } catch (caught) {
      // A last attempt that was cut short tells less than the one before it.
      const error = caught instanceof RequestTimedOut && limit < run.requestMs ? (before ?? caught) : caught;
      before = error;
      const kind = kindOf(error);
      turn.answered(kind === "throttled");
      if (kind === "throttled") {
        throttles += 1;
        run.answered.add(client.quotaScope);
        spent.forgetLast();
        if (pace.secondsWithoutProgress * 1000 > run.readMs && spent.total > run.readMs)
          throw throttled(error, subject, run);
        continue;
      }
      if (kind === "malformed" && ++malformed < 2 && spent.ms < run.readMs) continue;
      if (kind !== "transient") throw failed(error);
      broken += 1;
      const backoff = Math.min(longestBackoff, firstBackoff * 2 ** broken) * (0.5 + Math.random() / 2);
      // What is left of the read's time must do for the wait and an attempt after it.
      if (broken >= attempts(run, client) || spent.ms + backoff >= run.readMs) {
        if (isUnreachable(error)) run.unreachable.set(client.quotaScope, error);
        throw failed(error);
      }
      waitFor(`another try at ${request.operation}${attempt(run, client, broken, error)}`);
      spent.start();
      await sleep(backoff);
      spent.stop();
    }
  }
}

// While nothing has got through, three attempts tell that nothing will; among answered requests a broken one is bad luck.
function attempts(run: Run, client: ServiceClient): number {
  return client.maximumAttempts ?? (run.answered.has(client.quotaScope) ? 10 : 3);
}

function turnOf(operation: Operation, throttles: number): string {
  const others = throttles === 0 ? "" : `, which others use too: throttled ${times(throttles)}`;
  return `its turn within the quota of ${operation} requests${others}`;
}

// What the one before it met tells more than how long this one takes.
function attempt(run: Run, client: ServiceClient, broken: number, before: unknown): string {
  const which = `, attempt ${broken + 1} of ${attempts(run, client)}`;
  if (broken === 0) return which;
  const { name, code, message } = factsOf(before);
  const met = [code ?? name, message].filter((part) => part !== "" && part !== "Error");
  return `${which}, after ${oneLine(met.join(": "), 120)}`;
}

const times = (count: number) => (count === 1 ? "once" : `${count} times`);

const firstBackoff = 50;
const longestBackoff = 5000;

// Where a server never answered, each further room would take as long to fail as the first.
function unreachable(run: Run, { quotaScope }: ServiceClient): unknown {
  return run.answered.has(quotaScope) ? undefined : run.unreachable.get(quotaScope);
}

function throttled(cause: unknown, subject: Subject, run: Run): ThrottledError {
  const where = subject.region === undefined ? "" : ` in ${subject.region}`;
  return new ThrottledError(
    `cannot read ${subject.what}${where}: the service has refused every request for ${run.readMs / 1000} seconds as too many; ` +
      "others use up this account's quota",
    { code: "ThrottlingException", identifier: subject.identifier, region: subject.region, cause },
  );
}

/** Time that a read takes itself; `total` counts its waiting too. */
class Stopwatch {
  private readonly begun = performance.now();
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

  /** Takes back what was added last: a refused request is part of the waiting. */
  forgetLast(): void {
    this.sum -= this.last;
    this.last = 0;
  }

  get ms(): number {
    return this.sum;
  }

  get total(): number {
    return performance.now() - this.begun;
  }
}
