import { startFlakyService } from "../support/flakyService";
import { PluginClient } from "../support/pluginClient";

test("the plugin reads a thousand rooms from a service that fails a fifth of its requests", async () => {
  const service = await startFlakyService({ failing: 0.2, stallMs: 500 });
  const plugin = await PluginClient.start();
  try {
    await plugin.configure({ endpoints: [{ ivschat: service.endpoint }], requestsPerSecond: 1000 });
    const arns = Array.from(
      { length: 1000 },
      (_, index) => `arn:aws:ivschat:us-east-1:123456789012:room/Room${String(index).padStart(8, "0")}`,
    );
    const checks = await Promise.all(arns.map((identifier) => plugin.check({}, { identifier })));
    expect(checks.map(({ inputs }) => inputs?.arn)).toEqual(arns);
    expect(Object.keys(service.faults).sort()).toEqual(["429", "500", "503", "reset", "stall"]);
    const faults = Object.values(service.faults).reduce((sum, count) => sum + count);
    expect(faults).toBeGreaterThan(150);
  } finally {
    plugin.close();
    await service.close();
  }
});
