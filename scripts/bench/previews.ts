import { inTurns } from "./inTurns";
import type { Effort, Row } from "./row";

/** Compares previews of 200 recorded rooms with previews of dynamic resources that do nothing, on a real engine. */
export async function previews({ runs }: Effort): Promise<Row[]> {
  const { rooms, nothing, oneMember } = await inTurns(["rooms", "nothing", "oneMember"], runs, "200");
  const ratio = rooms.seconds / nothing.seconds;
  return [
    {
      what: "preview of 200 recorded ExistingRooms, compared with 200 dynamic resources that do nothing and have the same properties",
      measured: `${ratio.toFixed(2)} (${rooms.seconds.toFixed(2)} s vs. ${nothing.seconds.toFixed(2)} s)`,
      goal: "≤ 1.15",
      met: ratio <= 1.15,
    },
    {
      what: "the same, compared with 200 such resources that have a single property",
      measured: `${(rooms.seconds / oneMember.seconds).toFixed(2)} (vs. ${oneMember.seconds.toFixed(2)} s)`,
    },
    {
      what: "peak memory of program and provider in these previews, compared with resources that do nothing",
      measured: `${rooms.program} + ${rooms.provider} MB vs. ${nothing.program} + ${nothing.provider} MB`,
    },
    {
      what: "size of a room in the state",
      measured: `${rooms.bytes} bytes (a dynamic resource that does nothing: ${nothing.bytes})`,
      goal: "< 2,500 bytes",
      met: rooms.bytes < 2500,
    },
  ];
}

/** Compares the first preview of one room with the first preview of one dynamic resource that does nothing. */
export async function firstPreview({ runs }: Effort): Promise<Row[]> {
  // Short measurements vary more, so they are repeated more often.
  const { rooms, oneMember } = await inTurns(["rooms", "oneMember"], runs * 2 + 1, "1", "first");
  const ratio = rooms.seconds / oneMember.seconds;
  return [
    {
      what: "first preview of one ExistingRoom, in a new process, compared with one dynamic resource that does nothing",
      measured: `${ratio.toFixed(2)} (${rooms.seconds.toFixed(2)} s vs. ${oneMember.seconds.toFixed(2)} s)`,
      goal: "≤ 1.00",
      met: ratio <= 1,
    },
  ];
}
