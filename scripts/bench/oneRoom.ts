import { startLocalIvsChat } from "../../test/support/localIvsChat";
import { serviceEnvironment } from "../../test/support/serviceEnvironment";
import { roomsOf } from "./rooms";
import type { Row } from "./row";
import { run } from "../run";

/** Counts the requests for 1,000 concurrent reads of the same room in one run. */
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
        what: "one room read 1,000 times in one run",
        measured: `${count} request(s)`,
        goal: "1 request",
        met: count === 1,
      },
    ];
  } finally {
    await service.close();
  }
}
