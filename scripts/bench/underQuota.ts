import { setTimeout as sleep } from "node:timers/promises";
import { startLocalIvsChat } from "../../test/support/localIvsChat";
import { serviceEnvironment } from "../../test/support/serviceEnvironment";
import { roomArn, roomsOf } from "./rooms";
import { medians, type Effort, type Row } from "./row";
import { run, runForJson } from "../run";

/** The result of a client that reads many rooms at once. */
interface Fare {
  readonly read: number;
  readonly failed: number;
  readonly seconds: number;
  /** The number of throttled requests. */
  readonly refused: number;
}

interface Client {
  readonly name: string;
  readonly command: string;
  readonly args: (count: number) => string[];
}

const node = (name: string, file: string, ...rest: string[]): Client => ({
  name,
  command: process.execPath,
  args: (count) => ["--import", "tsx", `scripts/bench/clients/${file}`, String(count), ...rest],
});
const python = (name: string, ...rest: string[]): Client => ({
  name,
  command: "python3",
  args: (count) => ["scripts/bench/clients/boto3_client.py", String(count), ...rest],
});

const ours = node("pulumi-ivschat", "ours.ts");
const peers = [
  node("JS SDK, default", "sdk.mjs", "default"),
  node("JS SDK, standard, 10 attempts", "sdk.mjs", "standard", "10"),
  node("JS SDK, adaptive, 10 attempts", "sdk.mjs", "adaptive", "10"),
];
const pythonPeers = [
  python("boto3, default (legacy)", "legacy", "5"),
  python("boto3, standard, 10 attempts", "standard", "10"),
  python("boto3, adaptive, 10 attempts", "adaptive", "10"),
];
const quota = 5;
const longest = 240_000;

/** Measures reads of many rooms at once while the quota is enforced, by this package and by other clients. */
export async function underQuota({ runs, isQuick }: Effort): Promise<Row[]> {
  // Starting a process briefly uses a full CPU core, which would distort the measurements of other processes.
  const start = new Starts();
  const own = [60, 300].map(async (count) => ({ count, fare: await several(runs, start, ours, count) }));
  const shared = [60, 300].map(async (count) => ({
    count,
    fare: await several(runs, start, ours, count, true),
  }));
  await Promise.all([...own, ...shared]);
  const clients = isQuick ? [] : await available();
  const others = clients.flatMap((client) =>
    [60, 300].map(async (count) => ({ client, count, fare: await several(1, start, client, count) })),
  );
  const othersShared = clients.map(async (client) => ({
    client,
    fare: await several(1, start, client, 60, true),
  }));
  return [
    ...(await Promise.all(own)).map(({ count, fare }) => ownRow(count, fare)),
    ...(await Promise.all(others)).map(({ client, count, fare }) => ({
      what: `${count} rooms at once: ${client.name}`,
      measured: told(fare),
    })),
    ...(await Promise.all(shared)).map(({ count, fare }) => sharedRow(count, fare)),
    ...(await Promise.all(othersShared)).map(({ client, fare }) => ({
      what: `60 rooms, half of the quota in use: ${client.name}`,
      measured: told(fare),
    })),
  ];
}

/** Measures each client with each number of rooms. The chart in docs/ shows the results. */
export async function secondsByRooms(
  counts: readonly number[],
): Promise<Record<string, Record<number, Fare>>> {
  const all: Record<string, Record<number, Fare>> = {};
  const start = new Starts();
  const measure = async (client: Client, count: number) => {
    await start.next();
    (all[client.name] ??= {})[count] = await fareOf(client, count);
  };
  const clients = [ours, ...(await available())];
  await Promise.all(clients.flatMap((client) => counts.map((count) => measure(client, count))));
  return Object.fromEntries(clients.map(({ name }) => [name, all[name] ?? {}]));
}

async function available(): Promise<Client[]> {
  const hasBoto3 = await run("python3", ["-c", "import boto3"]).then(
    () => true,
    () => false,
  );
  if (!hasBoto3) process.stderr.write("bench: boto3 is left out: python3 does not have it\n");
  return hasBoto3 ? [...peers, ...pythonPeers] : peers;
}

function ownRow(count: number, fare: Fare): Row {
  const what = `${count} rooms at once: ${ours.name}`;
  const isClean = fare.read === count && fare.refused === 0;
  if (count === 60)
    return {
      what,
      measured: told(fare),
      goal: "all, ≤ 11.6 s, none throttled",
      met: isClean && fare.seconds <= 11.6,
    };
  const rate = (count - quota) / fare.seconds / quota;
  return {
    what,
    measured: `${told(fare)}; ${percent(rate)} of the quota's rate`,
    goal: "all, ≥ 97 % of the rate, none throttled",
    met: isClean && rate >= 0.97,
  };
}

function sharedRow(count: number, fare: Fare): Row {
  const rate = (count - quota) / fare.seconds / (quota / 2);
  const refused = fare.refused / (fare.refused + fare.read);
  return {
    what: `${count} rooms, half of the quota in use: ${ours.name}`,
    measured: `${told(fare)}; ${percent(rate)} of what is left, ${percent(refused)} throttled`,
    goal: "all, ≥ 85 % of what is left, ≤ 10 % throttled",
    met: fare.read === count && rate >= 0.85 && refused <= 0.1,
  };
}

const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
const told = ({ read, failed, seconds, refused }: Fare) =>
  Number.isFinite(seconds)
    ? `${read} read, ${failed} failed, ${seconds.toFixed(1)} s, ${refused} throttled`
    : `stopped after ${longest / 1000} s`;

async function several(
  runs: number,
  start: Starts,
  client: Client,
  count: number,
  isShared = false,
): Promise<Fare> {
  const fares: Fare[] = [];
  for (let index = 0; index < runs; index++) {
    await start.next();
    fares.push(await fareOf(client, count, isShared));
  }
  return medians(fares);
}

async function fareOf(client: Client, count: number, isShared = false): Promise<Fare> {
  const service = await startLocalIvsChat({ state: { rooms: roomsOf(count) }, quota: true });
  const other = isShared ? new OtherClient(service.endpoint) : undefined;
  const env = serviceEnvironment(service);
  try {
    const counts = await runForJson<{ read: number; failed: number }>(
      client.command,
      client.args(count),
      env,
      longest,
    ).catch((error: unknown) => {
      if (!String(error).includes("SIGKILL")) throw error;
      return { read: NaN, failed: NaN };
    });
    const requests = service.requests.filter(({ accessKeyId }) => accessKeyId !== otherKey);
    const [first, last] = [requests.at(0), requests.at(-1)].map((entry) => Date.parse(entry?.time ?? ""));
    const refused = requests.filter(({ status }) => status === 429).length;
    const seconds = Number.isNaN(counts.read) ? NaN : ((last ?? NaN) - (first ?? NaN)) / 1000;
    return { ...counts, seconds, refused };
  } finally {
    other?.stop();
    await service.close();
  }
}

/** Delays the start of processes, so that they start at least two seconds apart. */
class Starts {
  private last: Promise<unknown> = Promise.resolve();

  next(): Promise<unknown> {
    const turn = this.last;
    this.last = turn.then(() => sleep(2000));
    return turn;
  }
}

const otherKey = "AKIDOTHER";

/** Another client in the same account, which uses half of the quota. Retries a throttled request after 10 ms. */
class OtherClient {
  private isStopped = false;

  constructor(private readonly endpoint: string) {
    void this.take();
  }

  stop(): void {
    this.isStopped = true;
  }

  private async take(): Promise<void> {
    const begun = performance.now();
    let count = 0;
    while (!this.isStopped) {
      if (await this.isGranted()) count += 1;
      await sleep(Math.max(begun + (count * 2000) / quota - performance.now(), 10));
    }
  }

  private async isGranted(): Promise<boolean> {
    const authorization = `AWS4-HMAC-SHA256 Credential=${otherKey}/20260101/us-east-1/ivschat/aws4_request,`;
    const init = {
      method: "POST",
      body: JSON.stringify({ identifier: roomArn(0) }),
      headers: { authorization },
    };
    const answer = await fetch(`${this.endpoint}/GetRoom`, init).catch(() => undefined);
    await answer?.text();
    return answer?.ok === true;
  }
}
