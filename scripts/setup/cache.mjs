import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { say } from "./progress.mjs";

const day = 24 * 3_600_000;

/** Where engines are kept from one clone to the next. */
export function cacheFolder() {
  const { PULUMI_IVSCHAT_CACHE, XDG_CACHE_HOME } = process.env;
  return PULUMI_IVSCHAT_CACHE || join(XDG_CACHE_HOME || join(homedir(), ".cache"), "pulumi-ivschat");
}

/**
 * Makes a folder that is either complete or not there: `fill` works in a temporary folder beside it, which is renamed into place.
 * Of two set-ups at once both fill one, and the first to finish wins.
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

/** What interrupted set-ups left behind. A younger folder may be one that another set-up is filling now. */
async function removeLeftovers(cache) {
  for (const name of await readdir(cache)) {
    if (!name.includes(".making")) continue;
    const leftover = join(cache, name);
    const { mtimeMs } = await stat(leftover).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > day) await rm(leftover, { recursive: true, force: true });
  }
}
