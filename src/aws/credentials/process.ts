import { exec, execFileSync, type ChildProcess, type ExecException } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Credentials } from "./resolve";
import { ConnectionProblem } from "../problem";

/**
 * Runs the `credential_process` of a profile. When the signal is aborted, kills the process and its descendants. Errors contain the profile
 * and the exit code, but not the command or its output, which may be secret.
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
      "printed no credentials; it must print a JSON object with Version 1, AccessKeyId, and SecretAccessKey",
    );
  }
  if (credentials.expiration && !(credentials.expiration.getTime() > Date.now()))
    throw failed(profile, "printed expired credentials");
  return credentials;
}

function outputOf(profile: string, command: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = exec(command, { windowsHide: true }, (error, stdout) => {
      process.off("exit", kill);
      signal.removeEventListener("abort", abort);
      if (error) reject(failed(profile, exitReason(error)));
      else resolve(stdout);
    });
    // A prompt would wait forever, so standard input is closed.
    child.stdin?.end();
    const kill = () => {
      killTree(child);
    };
    const abort = () => {
      kill();
      reject(failed(profile, "did not finish and was stopped"));
    };
    process.once("exit", kill);
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
  });
}

function exitReason({ code, signal, killed }: ExecException): string {
  if (typeof code === "number") return `failed with exit code ${code}`;
  if (typeof signal === "string" && !killed) return `was killed by ${signal}`;
  return "printed too much or could not be started";
}

function failed(profile: string, reason: string): ConnectionProblem {
  return new ConnectionProblem(
    "credentials",
    `the credential_process of the profile ${JSON.stringify(profile)} ${reason} (run the command yourself to see its output)`,
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

// `exec` starts a shell. Killing only the shell would leave the command running, so all descendants are killed. A separate process group
// would be easier to kill, but Ctrl-C would not reach it.
function killTree(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (process.platform === "win32") {
    ignoringErrors(() => execFileSync("taskkill", ["/pid", String(pid), "/t", "/f"], { stdio: "ignore" }));
  } else {
    for (const id of [pid, ...descendantsOf(pid, processes())])
      ignoringErrors(() => process.kill(id, "SIGKILL"));
  }
  // A detached descendant may keep the pipes open, which would keep the program running.
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

/** Returns the IDs of all processes and of their parents. */
function processes(): (readonly [number, number])[] {
  // Linux containers often have no `ps`. Other systems have no `/proc`.
  if (existsSync("/proc/self/stat")) {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [Number(pid), parentOf(pid)] as const);
  }
  let output = "";
  ignoringErrors(() => {
    output = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8", timeout: 2000 });
  });
  return [...output.matchAll(/(\d+) +(\d+)/g)].map(
    ([, pid, parent]) => [Number(pid), Number(parent)] as const,
  );
}

// Format of the file: `pid (name) state parent ...`. The name may contain spaces and parentheses.
function parentOf(pid: string): number {
  let parent = 0;
  ignoringErrors(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  });
  return parent;
}

function ignoringErrors(run: () => unknown): void {
  try {
    run();
  } catch {
    // For example, the process may have exited already.
  }
}
