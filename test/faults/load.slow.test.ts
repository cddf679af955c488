import { startFlakyService } from "../support/flakyService";
import { providerAt, type Checked } from "../support/providerProcess";

test("a thousand rooms are all read from a service that fails a fifth of its requests", async () => {
  const service = await startFlakyService({ failing: 0.2, stallMs: 2000 });
  try {
    const provider = await providerAt(service, { "ivschat:requestsPerSecond": "1000" });
    const arns = Array.from(
      { length: 1000 },
      (_, index) => `arn:aws:ivschat:us-east-1:123456789012:room/Room${String(index).padStart(8, "0")}`,
    );
    const checks = await Promise.all(
      arns.map(async (identifier) => (await provider.check({}, { identifier })) as Checked),
    );
    expect(checks.map(({ inputs }) => inputs?.arn)).toEqual(arns);
    expect(Object.keys(service.faults).sort()).toEqual(["429", "500", "503", "reset", "stall"]);
    const faults = Object.values(service.faults).reduce((sum, count) => sum + count);
    expect(faults).toBeGreaterThan(150);
  } finally {
    await service.close();
  }
});
