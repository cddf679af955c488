import { lstat, readFile, symlink } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";
import { expected, timed } from "./progress.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Installs the npm packages when those in node_modules are not the ones that package-lock.json names. */
export async function installPackages() {
  if (!(await upToDate())) await install();
  await linkSelf();
}

/** The examples ask for the package by its name, as its users do: here they get this checkout. */
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

/** By content and not by age: git and npm both touch these files without changing what they say. */
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
