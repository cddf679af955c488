import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { homedir, hostname } from "node:os";
import { dirname, join } from "node:path";
import { clearInterval, setInterval } from "node:timers";
import { setTimeout as sleep } from "node:timers/promises";
import { say } from "./progress.mjs";

const heartbeat = 5_000;
const silence = 60_000;

/** Where engines are kept from one clone to the next. */
export function cacheFolder() {
  const { PULUMI_IVSCHAT_CACHE, XDG_CACHE_HOME } = process.env;
  return PULUMI_IVSCHAT_CACHE || join(XDG_CACHE_HOME || join(homedir(), ".cache"), "pulumi-ivschat");
}

/**
 * Makes a folder that is either not there or complete. `fill` works in a folder beside it, which is also the lock:
 * of two set-ups at once, one fills and the other waits.
 */
export async function fillOnce(folder, fill) {
  if (existsSync(folder)) return;
  const making = `${folder}.making`;
  await mkdir(dirname(folder), { recursive: true });
  await take(making, folder);
  const beat = setInterval(
    () => void utimes(making, new Date(), new Date()).catch(() => undefined),
    heartbeat,
  );
  try {
    if (existsSync(folder)) return;
    await fill(`${making}/filled`);
    await rename(`${making}/filled`, folder);
  } finally {
    clearInterval(beat);
    await rm(making, { recursive: true, force: true });
  }
}

async function take(making, folder) {
  let waiting = false;
  for (;;) {
    try {
      await mkdir(making);
      return await writeFile(
        `${making}/owner.json`,
        JSON.stringify({ host: hostname(), process: process.pid }),
      );
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (await abandoned(making)) {
      say(`taking over ${making}, which another set-up left behind`);
      await rm(making, { recursive: true, force: true });
      continue;
    }
    if (!waiting) say(`waiting for another set-up, which is making ${folder}`);
    waiting = true;
    await sleep(300);
  }
}

/** Its owner is gone, or has not touched it for a while. */
async function abandoned(making) {
  try {
    const { host, process: id } = JSON.parse(await readFile(`${making}/owner.json`, "utf8"));
    if (host === hostname() && !running(id)) return true;
  } catch {
    // the owner has just made the folder, or has just removed it
  }
  try {
    return Date.now() - (await stat(making)).mtimeMs > silence;
  } catch {
    return false;
  }
}

function running(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
