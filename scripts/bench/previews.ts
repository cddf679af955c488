import { inTurns } from "./inTurns";
import type { Effort, Row } from "./row";

/** Previews of 200 recorded rooms on the real engine, to those of dynamic resources that do nothing. */
export async function previews({ runs }: Effort): Promise<Row[]> {
  const { rooms, nothing, oneMember } = await inTurns(["rooms", "nothing", "oneMember"], runs, "200");
  const ratio = rooms.seconds / nothing.seconds;
  return [
    {
      what: "preview of 200 recorded ExistingRooms to 200 dynamic resources that do nothing, with the same members",
      measured: `${ratio.toFixed(2)} (${rooms.seconds.toFixed(2)} s to ${nothing.seconds.toFixed(2)} s)`,
      goal: "≤ 1.15",
      met: ratio <= 1.15,
    },
    {
      what: "the same to 200 that have a single member",
      measured: `${(rooms.seconds / oneMember.seconds).toFixed(2)} (to ${oneMember.seconds.toFixed(2)} s)`,
    },
    {
      what: "the peak memory of program and provider in these previews",
      measured: `${rooms.program} + ${rooms.provider} MB to ${nothing.program} + ${nothing.provider} MB`,
    },
    {
      what: "a room in the state",
      measured: `${rooms.bytes} bytes (a dynamic resource that does nothing: ${nothing.bytes})`,
      goal: "< 2,500 bytes",
      met: rooms.bytes < 2500,
    },
  ];
}

/** The first preview of one room, to that of one dynamic resource that does nothing. */
export async function firstPreview({ runs }: Effort): Promise<Row[]> {
  // A short measurement varies more, so it is made more often.
  const { rooms, oneMember } = await inTurns(["rooms", "oneMember"], runs * 2 + 1, "1", "first");
  const ratio = rooms.seconds / oneMember.seconds;
  return [
    {
      what: "first preview of one ExistingRoom, in a fresh process, to one dynamic resource that does nothing",
      measured: `${ratio.toFixed(2)} (${rooms.seconds.toFixed(2)} s to ${oneMember.seconds.toFixed(2)} s)`,
      goal: "≤ 1.00",
      met: ratio <= 1,
    },
  ];
}
