import { lstat, readFile, symlink } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";
import { expected, timed } from "./progress.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Installs the npm packages if node_modules does not match package-lock.json. */
export async function installPackages() {
  if (!(await upToDate())) await install();
  await linkSelf();
}

/** Links node_modules/pulumi-ivschat to this checkout, because the examples import the package by name. */
async function linkSelf() {
  const link = `${root}/node_modules/pulumi-ivschat`;
  const isThere = await lstat(link).then(
    () => true,
    () => false,
  );
  if (!isThere) await symlink("..", link, "junction");
}

async function install() {
  await timed("installing the npm packages (npm ci): about half a minute", async () => {
    try {
      const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
      await run("npm", args, { cwd: root });
    } catch (error) {
      throw expected(`npm ci failed:\n${error.stderr || error.message}`);
    }
  });
}

/**
 * Checks whether the installed versions match package-lock.json. Compares the contents of the files instead of their modification times,
 * because git and npm can write the same contents again.
 */
async function upToDate() {
  const wanted = JSON.parse(await readFile(`${root}/package-lock.json`, "utf8")).packages;
  let installed;
  try {
    installed = JSON.parse(await readFile(`${root}/node_modules/.package-lock.json`, "utf8")).packages;
  } catch {
    return false;
  }
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (path === "") return true;
    const there = installed[path];
    return there ? there.version === version : Boolean(optional || peer);
  });
}
