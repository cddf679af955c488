import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startFaultServer } from "../support/faultServer";
import { silence } from "./answers";

const root = join(__dirname, "..", "..");

test("SIGINT ends the program, the engine and the provider's process within three seconds", async () => {
  const server = await startFaultServer([silence]);
  // A shell starts each command in its own process group, and Ctrl-C sends SIGINT to the whole group.
  const child = spawn(
    process.execPath,
    [join(root, "node_modules/tsx/dist/cli.mjs"), join(__dirname, "interrupt.ts")],
    {
      cwd: root,
      detached: true,
      stdio: "ignore",
      env: {
        ...process.env,
        AWS_ENDPOINT_URL_IVSCHAT: server.endpoint,
        AWS_ACCESS_KEY_ID: "AKIDTEST",
        AWS_SECRET_ACCESS_KEY: "s",
      },
    },
  );
  const group = -(child.pid ?? NaN);
  try {
    // Both the program and the provider's process are waiting for an answer.
    while (server.operations.length < 2) await sleep(50);
    process.kill(group, "SIGINT");
    const interrupted = Date.now();
    while (isAlive(group) && Date.now() - interrupted < 10_000) await sleep(50);
    expect(isAlive(group)).toBe(false);
    expect(Date.now() - interrupted).toBeLessThan(3000);
  } finally {
    if (isAlive(group)) process.kill(group, "SIGKILL");
    await server.stop();
  }
}, 60_000);

function isAlive(group: number): boolean {
  try {
    return process.kill(group, 0);
  } catch {
    return false;
  }
}
