import { startFlakyService } from "../../test/support/flakyService";
import type { Effort, Row } from "./row";
import { runForJson } from "../run";

/** A thousand rooms at a service that fails a fifth of its requests. */
export async function load({ isQuick }: Effort): Promise<Row[]> {
  if (isQuick) return [];
  const service = await startFlakyService({ failing: 0.2, stallMs: 2000 });
  try {
    const begun = performance.now();
    const { bytes, program, provider } = await runForJson<Record<string, number>>(
      process.execPath,
      ["scripts/bench/programs/preview.mjs", "rooms", "1000"],
      {
        AWS_ENDPOINT_URL_IVSCHAT: service.endpoint,
        AWS_ACCESS_KEY_ID: "AKIDBENCH",
        AWS_SECRET_ACCESS_KEY: "bench",
        BENCH_REQUESTS_PER_SECOND: "1000",
      },
    );
    const seconds = (performance.now() - begun) / 1000;
    const failed = Object.values(service.faults).reduce((sum, count) => sum + count, 0);
    return [
      {
        what: "up and preview of 1,000 rooms at a service that fails 20 % of its requests",
        measured: `all recorded, ${seconds.toFixed(0)} s; ${service.answers()} answers, ${failed} faults`,
        goal: "all read",
        met: (bytes ?? 0) > 0,
      },
      { what: "the peak memory of program and provider in it", measured: `${program} + ${provider} MB` },
    ];
  } finally {
    await service.close();
  }
}
