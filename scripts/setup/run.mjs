import { clearTimeout, setTimeout } from "node:timers";
import { spawn } from "node:child_process";

const children = new Set();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    for (const child of children) stop(child);
    process.kill(process.pid, signal);
  });
}

/**
 * Runs a command and returns its standard output. If the command fails or times out, throws an error with the last line that it printed.
 * Runs the command in a separate process group, so that a timeout or a signal also ends its child processes.
 */
export function run(command, args, { timeoutMinutes, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], detached: true, ...options });
    children.add(child);
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data) => (stdout += data));
    child.stderr.on("data", (data) => (stderr += data));
    let late = false;
    const timer = timeoutMinutes && setTimeout(() => ((late = true), stop(child)), timeoutMinutes * 60_000);
    const settle = (action) => {
      clearTimeout(timer);
      children.delete(child);
      action();
    };
    child.on("error", (error) => settle(() => reject(error)));
    child.on("close", (code, signal) =>
      settle(() => {
        if (code === 0) return resolve(stdout);
        const how = late ? `not done after ${timeoutMinutes} minutes` : `exit ${code ?? signal}`;
        reject(
          Object.assign(new Error(lastLine(stderr) || lastLine(stdout) || how), { late, stderr, stdout }),
        );
      }),
    );
  });
}

function stop(child) {
  try {
    process.kill(-child.pid, "SIGTERM");
  } catch {
    // The process has already ended.
  }
}

function lastLine(text) {
  return text.trim().split("\n").at(-1).trim();
}
