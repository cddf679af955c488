import { spawn } from "node:child_process";
import { join } from "node:path";

export const root = join(__dirname, "..");

/** Runs a process and returns its output. If the process fails, throws an error with the error output. */
export function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  timeoutMs = 600_000,
  cwd = root,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env } });
    let output = "";
    let errors = "";
    child.stdout.on("data", (data: Buffer) => (output += data.toString()));
    child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
    const timer = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve(output);
      else
        reject(
          new Error(
            `${command} ${args.join(" ")} ended with ${code ?? signal}: ${(errors + output).slice(-2000)}`,
          ),
        );
    });
  });
}

/** Runs a process and returns the last line of its output, parsed as JSON. */
export async function runForJson<T>(...args: Parameters<typeof run>): Promise<T> {
  const output = await run(...args);
  return JSON.parse(output.trim().split("\n").at(-1) ?? "") as T;
}
