import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { Connection } from "../connection/connection";
import { ThrottledError, type RoomReadError } from "./errors";
import { failureOf, kindOf, type Subject } from "./failure";
import { paceFor, type Operation } from "./quota";
import type { Run } from "./run";
import { send, type Answer, type Command } from "./send";

/** A request to be made, and how a failure of it is told. */
export interface Request<T> {
  readonly operation: Operation;
  /** The account that is asked, where it is known. */
  readonly accountId?: string | undefined;
  readonly subject: Subject;
  /** Makes the SDK's command; anew for each attempt. */
  readonly command: () => Command;
  /** Reads the answer. What it throws as malformed is asked for once more. */
  readonly read: (answer: Answer) => T;
}

/**
 * Makes a request until it is answered: each attempt waits its turn, a refused one waits for the next, a broken one is made again.
 * Throws a RoomReadError.
 */
export async function request<T>(
  run: Run,
  connection: Connection,
  { subject, ...request }: Request<T>,
): Promise<T> {
  const known = run.unreachable.get(connection.place);
  if (known) throw known;
  const failed = (error: unknown): RoomReadError => failureOf(error, subject);
  const client = await connection.client().catch((error: unknown) => {
    throw failed(error);
  });
  const pace = paceFor(connection, request.operation, request.accountId, run.settings.requestsPerSecond);
  const spent = new Stopwatch();
  let broken = 0;
  let malformed = 0;
  for (;;) {
    const turn = await pace.turn();
    spent.start();
    try {
      const answer = await send(
        client,
        request.command(),
        Math.min(run.requestMs, run.readMs - spent.ms),
      ).finally(() => {
        spent.stop();
      });
      turn.answered(false);
      run.answered.add(connection.place);
      return request.read(answer);
    } catch (error) {
      const kind = kindOf(error);
      turn.answered(kind === "throttled");
      if (kind === "throttled") {
        run.answered.add(connection.place);
        if (pace.secondsWithoutProgress * 1000 > run.readMs && spent.total > run.readMs)
          throw throttled(error, subject, run);
        continue;
      }
      if (kind === "malformed" && ++malformed < 2) continue;
      if (kind !== "transient" || ++broken >= attempts(run, connection) || spent.ms >= run.readMs) {
        throw remembered(run, connection, kind, failed(error));
      }
      spent.start();
      await sleep(Math.min(longestBackoff, firstBackoff * 2 ** broken) * (0.5 + Math.random() / 2));
      spent.stop();
    }
  }
}

// While nothing has got through, three attempts tell that nothing will; among answered requests a broken one is bad luck.
function attempts(run: Run, connection: Connection): number {
  return connection.maximumAttempts ?? (run.answered.has(connection.place) ? 10 : 3);
}

const firstBackoff = 50;
const longestBackoff = 5000;

// Where a server never answered, each further room would take as long to fail as the first.
function remembered(run: Run, connection: Connection, kind: string, error: RoomReadError): RoomReadError {
  if (kind === "transient" && !run.answered.has(connection.place))
    run.unreachable.set(connection.place, error);
  return error;
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
  private since: number | undefined;

  start(): void {
    this.since = performance.now();
  }

  stop(): void {
    if (this.since !== undefined) this.sum += performance.now() - this.since;
    this.since = undefined;
  }

  get ms(): number {
    return this.sum;
  }

  get total(): number {
    return performance.now() - this.begun;
  }
}
