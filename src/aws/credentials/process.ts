import { exec, execFileSync, type ChildProcess, type ExecException } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import type { Credentials } from "./resolve";
import { ConnectionProblem } from "../problem";

/**
 * Runs a profile's `credential_process`. Once the signal aborts, it is ended with all that it started. Errors name the profile and the
 * exit code only: a command line and what it prints may hold secrets.
 */
export async function fromCredentialProcess(
  profile: string,
  command: string,
  signal: AbortSignal,
): Promise<Credentials> {
  const credentials = credentialsIn(await outputOf(profile, command, signal));
  if (credentials === undefined) {
    throw failed(
      profile,
      "gave no credentials: it must print a JSON object with Version 1, AccessKeyId and SecretAccessKey",
    );
  }
  if (credentials.expiration && !(credentials.expiration.getTime() > Date.now()))
    throw failed(profile, "gave credentials that have expired");
  return credentials;
}

function outputOf(profile: string, command: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = exec(command, { windowsHide: true }, (error, stdout) => {
      process.off("exit", end);
      signal.removeEventListener("abort", giveUp);
      if (error) reject(failed(profile, howItEnded(error)));
      else resolve(stdout);
    });
    // There is nobody to answer a question.
    child.stdin?.end();
    const end = () => {
      endTree(child);
    };
    const giveUp = () => {
      end();
      reject(failed(profile, "had not ended, and was ended"));
    };
    process.once("exit", end);
    signal.addEventListener("abort", giveUp);
    if (signal.aborted) giveUp();
  });
}

function howItEnded({ code, signal, killed }: ExecException): string {
  if (typeof code === "number") return `failed with exit code ${code}`;
  if (typeof signal === "string" && !killed) return `was ended by ${signal}`;
  return "printed too much, or could not be run";
}

function failed(profile: string, how: string): ConnectionProblem {
  return new ConnectionProblem(
    "credentials",
    `the credential_process of the profile ${JSON.stringify(profile)} ${how} (run it by itself to see what it says)`,
  );
}

function credentialsIn(output: string): Credentials | undefined {
  const { Version, AccessKeyId, SecretAccessKey, SessionToken, Expiration, AccountId } = parsed(output);
  if (Version !== 1 || typeof AccessKeyId !== "string" || typeof SecretAccessKey !== "string")
    return undefined;
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    ...(typeof SessionToken === "string" ? { sessionToken: SessionToken } : {}),
    ...(typeof Expiration === "string" ? { expiration: new Date(Expiration) } : {}),
    ...(typeof AccountId === "string" ? { accountId: AccountId } : {}),
  };
}

function parsed(output: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(output)) as Record<string, unknown>;
  } catch {
    return {};
  }
}

// The command runs in a shell, so that ending the child alone would leave the command behind. It has no process group of its own, because
// the one that it shares is how a terminal and Pulumi end it together with the program.
function endTree(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (process.platform === "win32") {
    quietly(() => execFileSync("taskkill", ["/pid", String(pid), "/t", "/f"], { stdio: "ignore" }));
  } else {
    for (const one of [pid, ...descendantsOf(pid, parents())]) quietly(() => process.kill(one, "SIGKILL"));
  }
  // What left the tree may still hold these open; nobody waits for it.
  for (const stream of [child.stdout, child.stderr]) stream?.destroy();
  child.unref();
}

function descendantsOf(
  pid: number,
  processes: readonly (readonly [pid: number, parent: number])[],
): number[] {
  const children = processes.filter(([, parent]) => parent === pid).map(([child]) => child);
  return children.flatMap((child) => [child, ...descendantsOf(child, processes)]);
}

/** Each process with its parent. */
function parents(): (readonly [number, number])[] {
  // Containers often lack `ps`, macOS lacks `/proc`.
  if (process.platform === "linux") {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [Number(pid), parentOf(pid)] as const);
  }
  let list = "";
  quietly(() => {
    list = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8", timeout: 2000 });
  });
  return [...list.matchAll(/(\d+) +(\d+)/g)].map(([, pid, parent]) => [Number(pid), Number(parent)] as const);
}

// `pid (name) state parent ...`, where the name may hold anything.
function parentOf(pid: string): number {
  let parent = 0;
  quietly(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  });
  return parent;
}

// A process may have ended in the meantime.
function quietly(run: () => unknown): void {
  try {
    run();
  } catch {
    // Then there is nothing to end.
  }
}
