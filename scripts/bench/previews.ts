import { startLocalIvsChat } from "../../test/support/localIvsChat";
import { serviceEnvironment } from "../../test/support/serviceEnvironment";
import { medians, type Effort, type Row } from "./row";
import { previewOf, type Kind, type Preview } from "./preview";

/** Previews of rooms on the real engine against those of dynamic resources that do nothing, in turns. */
export async function previews({ runs }: Effort): Promise<Row[]> {
  const many = await inTurns(runs, "200");
  const first = await inTurns(runs * 2 + 1, "1", "first");
  const ratio = many.rooms.seconds / many.nothing.seconds;
  const firstRatio = first.rooms.seconds / first.oneMember.seconds;
  return [
    {
      what: "preview of 200 recorded ExistingRooms to 200 dynamic resources that do nothing, with the same members",
      measured: `${ratio.toFixed(2)} (${many.rooms.seconds.toFixed(2)} s to ${many.nothing.seconds.toFixed(2)} s)`,
      goal: "≤ 1.15",
      met: ratio <= 1.15,
    },
    {
      what: "the same to 200 that have a single member",
      measured: `${(many.rooms.seconds / many.oneMember.seconds).toFixed(2)} (to ${many.oneMember.seconds.toFixed(2)} s)`,
    },
    {
      what: "the peak memory of program and provider in these previews",
      measured: `${many.rooms.program} + ${many.rooms.provider} MB to ${many.nothing.program} + ${many.nothing.provider} MB`,
    },
    {
      what: "a room in the state",
      measured: `${many.rooms.bytes} bytes (a dynamic resource that does nothing: ${many.nothing.bytes})`,
      goal: "< 2,500 bytes",
      met: many.rooms.bytes < 2500,
    },
    {
      what: "first preview of one ExistingRoom, in a fresh process, to one dynamic resource that does nothing",
      measured: `${firstRatio.toFixed(2)} (${first.rooms.seconds.toFixed(2)} s to ${first.oneMember.seconds.toFixed(2)} s)`,
      goal: "≤ 1.00",
      met: firstRatio <= 1,
    },
  ];
}

async function inTurns(runs: number, ...args: string[]): Promise<Record<Kind, Preview>> {
  const rooms = Array.from({ length: Number(args[0]) }, (_, index) => ({
    arn: `arn:aws:ivschat:us-east-1:123456789012:room/Room${String(index).padStart(8, "0")}`,
    name: `room-${index}`,
    tags: { team: "live", purpose: "a benchmark" },
  }));
  const service = await startLocalIvsChat({ state: { rooms } });
  const env = {
    ...serviceEnvironment(service),
    BENCH_REQUESTS_PER_SECOND: "100000",
  };
  const all: Record<Kind, Preview[]> = { rooms: [], nothing: [], oneMember: [] };
  try {
    for (let index = 0; index < runs; index++) {
      for (const kind of ["rooms", "nothing", "oneMember"] as const)
        all[kind].push(await previewOf(kind, args, env));
    }
  } finally {
    await service.close();
  }
  return { rooms: medians(all.rooms), nothing: medians(all.nothing), oneMember: medians(all.oneMember) };
}
