import { IvschatClient } from "@aws-sdk/client-ivschat";
import { Readable } from "node:stream";
import { ServiceClients, type ServiceClient } from "../../src/aws/clients";
import { RecordedRooms } from "../../src/tracking/recordedRooms";
import { listPages } from "../../src/reading/listRooms";
import { readRoom } from "../../src/reading/readRoom";
import { Run } from "../../src/reading/run";
import { roomFromAnswer } from "../../src/room/fromAnswer";
import type { GetRoomResult } from "../../src/room/room";
import { QuotaBucket } from "../../test/support/quotaBucket";
import { VirtualClock } from "../../test/support/virtualClock";
import type { Row } from "./row";
import { onVirtualTime } from "./virtualTime";

const account = 50_000;
const stack = 10_000;
const changed = 10;
const latency = 0.05;
/** The number of resources that are checked concurrently. The default of the Pulumi CLI is four per CPU, which is 16 on four CPUs. */
const parallel = 16;

/**
 * Simulates the preview of a stack that is too large to measure under the quota, on a virtual clock. Compares this package with two simple
 * strategies.
 */
export async function simulation(): Promise<Row[]> {
  const rows: Row[] = [];
  const best: Outcome[] = [];
  for (const [name, strategy] of Object.entries(strategies)) {
    const outcome = await simulate(strategy);
    const isOurs = name === "pulumi-ivschat";
    const cheaper = Math.min(...best.map(({ requests }) => requests));
    const faster = Math.min(...best.map(({ seconds }) => seconds));
    rows.push({
      what: `simulated, ${stack} recorded of ${account} rooms, ${changed} changed: ${name}`,
      measured: `${outcome.requests} requests, ${outcome.seconds.toFixed(0)} s`,
      ...(isOurs
        ? {
            goal: `≤ ${2 * cheaper + 1} requests, ≤ ${Math.ceil(faster)} s`,
            met: outcome.requests <= 2 * cheaper + 1 && outcome.seconds <= faster * 1.01,
          }
        : {}),
    });
    best.push(outcome);
  }
  return rows;
}

interface Outcome {
  readonly requests: number;
  readonly seconds: number;
}

type Strategy = (run: Run, client: ServiceClient, recorded: readonly GetRoomResult[]) => Promise<unknown>;

const strategies: Record<string, Strategy> = {
  "each by GetRoom": (run, client, recorded) => inParallel(recorded, ({ arn }) => readRoom(run, client, arn)),
  "the whole listing, and a GetRoom for each changed room": async (run, client, recorded) => {
    const times = new Map<string, string>();
    for await (const { rooms } of listPages(run, client, {}, "rooms"))
      for (const { arn, updateTime } of rooms) times.set(arn, updateTime);
    const stale = recorded.filter(({ arn, updateTime }) => times.get(arn) !== updateTime);
    await inParallel(stale, ({ arn }) => readRoom(run, client, arn));
  },
  "pulumi-ivschat": async (run, client, recorded) => {
    const rooms = new RecordedRooms(run, client);
    await inParallel(recorded, (room) => rooms.read(room.arn, room));
  },
};

async function simulate(strategy: Strategy): Promise<Outcome> {
  const clock = new VirtualClock();
  const service = new SimulatedService(clock);
  const run = new Run({}, () => undefined);
  const real = await new ServiceClients({ connectMs: 5000, requestMs: 15_000, readMs: 60_000 }).for({
    region: "us-east-1",
  });
  // A separate quota scope per simulation, because rate limiters are shared by all runs in the process.
  const client = {
    ...real,
    quotaScope: `simulation ${++simulations}`,
    sdkClient: () => Promise.resolve(service.client),
  };
  const step = account / stack;
  const recorded = Array.from({ length: stack }, (_, index) => roomFromAnswer(roomAt(index * step)));
  for (let index = 0; index < changed; index++) service.change(Math.floor((index * stack) / changed) * step);
  await onVirtualTime(clock, () => strategy(run, client, recorded));
  return { requests: service.requests, seconds: clock.now() };
}

let simulations = 0;

/** A simulated Amazon IVS Chat without network connections. The latency and the quotas use the virtual clock. */
class SimulatedService {
  requests = 0;
  readonly client: IvschatClient;
  private readonly changedRooms = new Set<number>();
  private readonly buckets: Record<string, QuotaBucket>;

  constructor(private readonly clock: VirtualClock) {
    this.buckets = { "/GetRoom": new QuotaBucket(5, clock), "/ListRooms": new QuotaBucket(5, clock) };
    this.client = new IvschatClient({
      region: "us-east-1",
      credentials: { accessKeyId: "AKIDBENCH", secretAccessKey: "bench" },
      maxAttempts: 1,
      requestHandler: {
        handle: (request: { path: string; body?: unknown }) =>
          this.answer(request.path, JSON.parse(String(request.body)) as Body),
      },
    });
  }

  change(index: number): void {
    this.changedRooms.add(index);
  }

  private async answer(path: string, body: Body) {
    this.requests += 1;
    const isLetThrough = this.buckets[path]?.take() ?? false;
    await this.clock.sleep(latency);
    const answer = isLetThrough ? this.answerTo(path, body) : { message: "Rate exceeded" };
    return {
      response: {
        statusCode: isLetThrough ? 200 : 429,
        headers: isLetThrough ? {} : { "x-amzn-errortype": "ThrottlingException" },
        body: Readable.from([Buffer.from(JSON.stringify(answer))]),
      },
    } as never;
  }

  private answerTo(path: string, { identifier, nextToken = "0" }: Body): object {
    if (path === "/GetRoom") return this.room(Number(identifier?.slice(-12)));
    const start = Number(nextToken);
    const rooms = Array.from({ length: 50 }, (_, offset) => this.room(start + offset));
    return { rooms, ...(start + 50 < account ? { nextToken: String(start + 50) } : {}) };
  }

  private room(index: number): object {
    if (!this.changedRooms.has(index)) return roomAt(index);
    return { ...roomAt(index), maximumMessageLength: 99, updateTime: "2026-02-02T00:00:00Z" };
  }
}

interface Body {
  readonly identifier?: string;
  readonly nextToken?: string;
}

function roomAt(index: number) {
  const id = String(index).padStart(12, "0");
  return {
    arn: `arn:aws:ivschat:us-east-1:123456789012:room/${id}`,
    id,
    name: `room-${index}`,
    createTime: "2026-01-01T00:00:00Z",
    updateTime: "2026-01-01T00:00:00Z",
    maximumMessageLength: 500,
    maximumMessageRatePerSecond: 10,
  };
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}
