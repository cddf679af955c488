import { startLocalIvsChat } from "../../test/support/localIvsChat";
import { serviceEnvironment } from "../../test/support/serviceEnvironment";
import { roomsOf } from "./rooms";
import type { Row } from "./row";
import { run } from "../run";

/** One room, asked for a thousand times in one run. */
export async function oneRoomManyTimes(): Promise<Row[]> {
  const service = await startLocalIvsChat({ state: { rooms: roomsOf(1) }, quota: true });
  try {
    await run(
      process.execPath,
      ["--import", "tsx", "scripts/bench/clients/ours.ts", "1", "1000"],
      serviceEnvironment(service),
    );
    const count = service.requests.length;
    return [
      {
        what: "one room asked for 1,000 times",
        measured: `${count} request(s)`,
        goal: "1 request",
        met: count === 1,
      },
    ];
  } finally {
    await service.close();
  }
}
