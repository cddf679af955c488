import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

test("npm run demo -- --keep prints commands that work in another terminal, and cleans up after Ctrl-C", async () => {
  const demo = spawn(process.execPath, ["--import", "tsx", "scripts/demo.ts", "--keep"], { cwd: root });
  const ended = new Promise((resolve) => demo.once("close", resolve));
  let output = "";
  const lastOfIt = /\n {2}pulumi refresh .*\n/;
  await new Promise<void>((resolve, reject) => {
    demo.stdout.on("data", (data: Buffer) => {
      output += data.toString();
      if (lastOfIt.test(output)) resolve();
    });
    demo.once("close", () => {
      reject(new Error(`the demo has ended: ${output.slice(-1000)}`));
    });
  });
  const commands = output.slice(output.indexOf("  export PULUMI_HOME"));
  const folder = /PULUMI_HOME=(.*)\/home/.exec(commands)?.[1] ?? "";
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  const terminal = spawnSync("bash", ["-e", "-c", commands], { env, encoding: "utf8" });
  expect(terminal.stdout).toContain('"maximumMessageLength":250');
  expect(terminal.stdout).toContain("3 unchanged");
  expect(terminal.status).toBe(0);

  expect(existsSync(folder)).toBe(true);
  demo.kill("SIGINT");
  await ended;
  expect(existsSync(folder)).toBe(false);
}, 300_000);
