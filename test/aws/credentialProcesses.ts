import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** The profiles of a test whose credentials come from commands, and the processes that the commands have started. */
export function credentialProcesses({ folder }: { readonly folder: string }) {
  const started = join(folder, "started");
  const pids = () =>
    existsSync(started) ? readFileSync(started, "utf8").trim().split("\n").map(Number) : [];
  return {
    /** A file with the process IDs, one a line. */
    started,
    pids,
    /** Adds a profile whose credentials come from a command that logs each run. */
    profileOf(name: string, command: string): void {
      const script = join(folder, `${name}.sh`);
      writeFileSync(script, `echo $$ >> ${started}\n${command}\n`);
      appendFileSync(
        join(folder, "config"),
        `\n[profile ${name}]\nregion = us-east-1\ncredential_process = sh ${script} hunter1\n`,
      );
    },
    /** A command that waits for a child process, which waits for another. */
    hanging: `sh -c 'echo $$ >> ${started}; sleep 300 & echo $! >> ${started}; wait' && true`,
    /** The processes that are still running after a moment. */
    async survivors(): Promise<number[]> {
      for (let tries = 0; tries < 50 && pids().some(alive); tries++) await sleep(20);
      return pids().filter(alive);
    },
  };
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that has ended is listed until its parent has waited for it.
    return !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
}
