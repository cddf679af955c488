import { startLocalIvsChat } from "../../test/support/localIvsChat";
import { checkAll, providerProcess, recordedAs } from "../../test/support/providerProcess";
import { serviceEnvironment } from "../../test/support/serviceEnvironment";
import { median, type Effort, type Row } from "./row";

interface Situation {
  readonly stack: number;
  readonly account: number;
  readonly changed: number;
}

const situations: readonly Situation[] = [
  { stack: 1, account: 1, changed: 0 },
  { stack: 1, account: 10_000, changed: 0 },
  { stack: 10, account: 10, changed: 1 },
  { stack: 50, account: 50, changed: 0 },
  { stack: 50, account: 10_000, changed: 0 },
  { stack: 200, account: 200, changed: 3 },
  { stack: 1000, account: 1000, changed: 0 },
  { stack: 1000, account: 50_000, changed: 10 },
];

/** Counts the requests of previews of recorded rooms, and measures the duration of a preview of 1,000 rooms under the quota. */
export async function requestsForRecordedRooms({ runs, isQuick }: Effort): Promise<Row[]> {
  const rows: Row[] = [];
  for (const given of situations) rows.push(await requestsFor(given));
  const thousand = { stack: 1000, account: 1000, changed: 0 };
  const paced = [];
  for (let index = 0; index < runs; index++) paced.push(await preview(thousand, {}, true));
  const seconds = median(paced.map((each) => each.seconds));
  const requests = median(paced.map((each) => each.requests));
  rows.push({
    what: "1,000 recorded rooms of 1,000, unchanged, under the quota",
    measured: `${requests} requests, ${seconds.toFixed(1)} s`,
    goal: "≤ 45 requests, ≤ 6 s",
    met: requests <= 45 && seconds <= 6,
  });
  if (isQuick) return rows;
  const each = await preview(thousand, { "ivschat:readEach": "true" }, true);
  rows.push({
    what: "the same, with a GetRoom request per room (ivschat:readEach)",
    measured: `${each.requests} requests, ${each.seconds.toFixed(1)} s`,
  });
  return rows;
}

async function requestsFor(given: Situation): Promise<Row> {
  const { requests } = await preview(given, { "ivschat:requestsPerSecond": "100000" }, false);
  const { stack, account, changed } = given;
  const cheaper = Math.min(stack, Math.ceil(account / 50) + changed);
  const most = stack === 1 ? 1 : stack === 50 && account === 50 ? 3 : 2 * cheaper + 1;
  return {
    what: `requests for ${stack} recorded of ${account} rooms, ${changed} changed`,
    measured: `${requests} (each by GetRoom: ${stack}; the whole listing: ${Math.ceil(account / 50) + changed})`,
    goal: `≤ ${most}`,
    met: requests <= most,
  };
}

async function preview(
  { stack, account, changed }: Situation,
  config: Record<string, string>,
  quota: boolean,
) {
  const service = await startLocalIvsChat({ quota });
  Object.assign(process.env, serviceEnvironment(service));
  try {
    const arns = Array.from({ length: account }, (_, index) =>
      service.putRoom({
        name: `room-${index}`,
        createTime: new Date(Date.UTC(2026, 0, 1) + ((index * 7919) % 100_000) * 1000).toISOString(),
      }),
    );
    const step = Math.floor(account / stack);
    const own = arns.filter((_, index) => index % step === 0).slice(0, stack);
    const recorded = own.map((arn) => recordedAs(service.room(arn) ?? {}));
    for (const arn of own.slice(0, changed)) service.updateRoom(arn, { maximumMessageLength: 99 });
    service.clearRequests();
    const provider = await providerProcess(config);
    const begun = performance.now();
    const rooms = await checkAll(provider, recorded);
    const seconds = (performance.now() - begun) / 1000;
    const shown = rooms.filter(({ maximumMessageLength }) => maximumMessageLength === 99).length;
    if (shown !== changed) throw new Error(`${shown} changed rooms were shown, not ${changed}`);
    return { requests: service.requests.length, seconds };
  } finally {
    await service.close();
  }
}
