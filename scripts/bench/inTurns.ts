import { startLocalIvsChat } from "../../test/support/localIvsChat";
import { serviceEnvironment } from "../../test/support/serviceEnvironment";
import { previewOf, type Kind, type Preview } from "./preview";
import { roomsOf } from "./rooms";
import { medians } from "./row";

/** The measurements of a preview, including the number of requests. */
export interface CountedPreview extends Preview {
  readonly requests: number;
}

/** Returns the median measurements of each kind. Alternates between the kinds, so that other load on the machine affects all of them. */
export async function inTurns<K extends Kind>(
  kinds: readonly K[],
  runs: number,
  ...args: string[]
): Promise<Record<K, CountedPreview>> {
  const rooms = roomsOf(Number(args[0])).map((room, index) => ({
    ...room,
    name: `room-${index}`,
    tags: { team: "live", purpose: "a benchmark" },
  }));
  const service = await startLocalIvsChat({ state: { rooms } });
  const env = {
    ...serviceEnvironment(service),
    BENCH_REQUESTS_PER_SECOND: "100000",
  };
  const all = kinds.map((kind) => ({ kind, previews: [] as CountedPreview[] }));
  try {
    for (let index = 0; index < runs; index++)
      for (const { kind, previews } of all) {
        service.clearRequests();
        const preview = await previewOf(kind, args, env);
        const requests = service.requests.filter(({ time }) => Date.parse(time) >= preview.startedAt);
        previews.push({ ...preview, requests: requests.length });
      }
  } finally {
    await service.close();
  }
  return Object.fromEntries(all.map(({ kind, previews }) => [kind, medians(previews)])) as Record<
    K,
    CountedPreview
  >;
}
