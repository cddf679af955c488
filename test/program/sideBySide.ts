// Runs two programs concurrently in one process. sideBySide.engine.test.ts starts this script as a separate process, because in Jest,
// Pulumi would confuse the errors of the two programs.
import { ExistingRoom, getRoomOutput } from "../../src";
import { createEngine } from "../support/engine";

async function main(): Promise<void> {
  const engine = await createEngine();
  try {
    const runs = ["us-east-1", "eu-west-1"].map(async (region) => {
      const program = () => {
        const room = getRoomOutput({ name: "lobby" });
        const tracked = new ExistingRoom("lobby", { name: "lobby" });
        return Promise.resolve({ length: room.maximumMessageLength, tracked: tracked.maximumMessageLength });
      };
      const stack = await engine.stack({ name: region, program, config: { "aws:region": region } });
      const { ok, outputs, output } = await stack.up();
      return [region, ok, ok ? [outputs?.length?.value, outputs?.tracked?.value] : output];
    });
    process.stdout.write(JSON.stringify(await Promise.all(runs)));
  } finally {
    await engine.close();
  }
}

void main();
