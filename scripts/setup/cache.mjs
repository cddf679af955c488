import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { say } from "./progress.mjs";

const day = 24 * 3_600_000;

/** Returns the cache folder, which is shared by all clones of the repository. */
export function cacheFolder() {
  const { PULUMI_IVSCHAT_CACHE, XDG_CACHE_HOME } = process.env;
  return PULUMI_IVSCHAT_CACHE || join(XDG_CACHE_HOME || join(homedir(), ".cache"), "pulumi-ivschat");
}

/**
 * Creates a folder if it does not exist. `fill` writes to a temporary folder, which is renamed at the end, so that the folder is never
 * incomplete. If two setups run concurrently, the folder of the first one to finish is used.
 */
export async function fillOnce(folder, fill) {
  if (existsSync(folder)) return;
  await mkdir(dirname(folder), { recursive: true });
  await removeLeftovers(dirname(folder));
  const temporary = `${folder}.making-${randomUUID()}`;
  try {
    await fill(temporary);
    await rename(temporary, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    say(`using ${folder}, which another set-up has made meanwhile`);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Removes temporary folders of interrupted setups. Keeps folders that are less than a day old, because a setup may still use them. */
async function removeLeftovers(cache) {
  for (const name of await readdir(cache)) {
    if (!name.includes(".making")) continue;
    const leftover = join(cache, name);
    const { mtimeMs } = await stat(leftover).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > day) await rm(leftover, { recursive: true, force: true });
  }
}
