import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Creates AWS profiles whose credentials come from commands, and tracks the processes of these commands. */
export function credentialProcesses({ folder }: { readonly folder: string }) {
  const started = join(folder, "started");
  const pids = () =>
    existsSync(started) ? readFileSync(started, "utf8").trim().split("\n").map(Number) : [];
  return {
    /** The path of the file with the process IDs, one per line. */
    started,
    pids,
    /** Adds a profile whose credentials come from a command. Each run of the command is added to the file with the process IDs. */
    profileOf(name: string, command: string): void {
      const script = join(folder, `${name}.sh`);
      writeFileSync(script, `echo $$ >> ${started}\n${command}\n`);
      appendFileSync(
        join(folder, "config"),
        `\n[profile ${name}]\nregion = us-east-1\ncredential_process = sh ${script} hunter1\n`,
      );
    },
    /** A command that hangs: it waits for a child process, which waits for `sleep 300`. */
    hanging: `sh -c 'echo $$ >> ${started}; sleep 300 & echo $! >> ${started}; wait' && true`,
    /** Returns the IDs of the processes that are still running, after waiting up to one second for them to end. */
    async survivors(): Promise<number[]> {
      for (let tries = 0; tries < 50 && pids().some(alive); tries++) await sleep(20);
      return pids().filter(alive);
    },
  };
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // Ignores zombies, which have ended but are listed until their parent has waited for them.
    return !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
}
