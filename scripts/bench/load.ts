import { startFlakyService } from "../../test/support/flakyService";
import { serviceEnvironment } from "../../test/support/serviceEnvironment";
import type { Effort, Row } from "./row";
import { previewOf } from "./preview";

/** A thousand rooms at a service that fails a fifth of its requests. */
export async function load({ isQuick }: Effort): Promise<Row[]> {
  if (isQuick) return [];
  const service = await startFlakyService({ failing: 0.2, stallMs: 2000 });
  try {
    const begun = performance.now();
    const ours = await previewOf("rooms", ["1000"], {
      ...serviceEnvironment(service),
      BENCH_REQUESTS_PER_SECOND: "1000",
    });
    const seconds = (performance.now() - begun) / 1000;
    const failed = Object.values(service.faults).reduce((sum, count) => sum + count, 0);
    const nothing = await previewOf("nothing", ["1000"]);
    const ratio = (ours.program + ours.provider) / (nothing.program + nothing.provider);
    return [
      {
        what: "up and preview of 1,000 rooms at a service that fails 20 % of its requests",
        measured: `all recorded, ${seconds.toFixed(0)} s; ${service.answers()} answers, ${failed} faults`,
        goal: "all read",
        met: ours.bytes > 0,
      },
      {
        what: "the peak memory of program and provider in it, to that of do-nothing resources",
        measured: `${ours.program} + ${ours.provider} MB to ${nothing.program} + ${nothing.provider} MB, ${ratio.toFixed(2)}`,
        goal: "at most 1.2",
        met: ratio <= 1.2,
      },
    ];
  } finally {
    await service.close();
  }
}
