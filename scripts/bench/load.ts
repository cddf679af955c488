import { startFlakyService } from "../../test/support/flakyService";
import { serviceEnvironment } from "../../test/support/serviceEnvironment";
import type { Effort, Row } from "./row";
import { previewOf } from "./preview";

/** Measures the peak memory for 1,000 rooms while 20 % of the requests fail. test/faults/load.slow.test.ts checks that all rooms are read. */
export async function load({ isQuick }: Effort): Promise<Row[]> {
  if (isQuick) return [];
  const service = await startFlakyService({ failing: 0.2, stallMs: 2000 });
  try {
    const ours = await previewOf("rooms", ["1000"], {
      ...serviceEnvironment(service),
      BENCH_REQUESTS_PER_SECOND: "1000",
    });
    const nothing = await previewOf("nothing", ["1000"]);
    const ratio = (ours.program + ours.provider) / (nothing.program + nothing.provider);
    return [
      {
        what: "peak memory of program and provider for 1,000 rooms while 20 % of the requests fail, compared with resources that do nothing",
        measured: `${ratio.toFixed(2)} (${ours.program} + ${ours.provider} MB vs. ${nothing.program} + ${nothing.provider} MB)`,
        goal: "≤ 1.2",
        met: ratio <= 1.2,
      },
    ];
  } finally {
    await service.close();
  }
}
