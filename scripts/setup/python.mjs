import { existsSync, readFileSync } from "node:fs";
import { copyFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { folderOnPath } from "./path.mjs";
import { orSkip, timed } from "./progress.mjs";
import { run } from "./run.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const wanted = `${root}/scripts/python/requirements.txt`;
// The tests of the setup set another folder.
const folder = process.env.PULUMI_IVSCHAT_VENV || `${root}/.venv`;
const installed = `${folder}/installed.txt`;

/** Installs the packages in requirements.txt into a virtual environment for the tests of Python programs, unless they are up to date. */
export async function installPythonPackages() {
  if (existsSync(installed) && readFileSync(installed, "utf8") === readFileSync(wanted, "utf8")) return;
  await orSkip("without Pulumi's Python package", "Python programs", async () => {
    if (!folderOnPath("python3")) throw new Error("no python3 on PATH (Python 3.10 or later is needed)");
    await timed("installing Pulumi's Python package: about half a minute", async () => {
      await rm(folder, { recursive: true, force: true });
      await run("python3", ["-m", "venv", folder]);
      const flags = ["--quiet", "--disable-pip-version-check", "--requirement", wanted];
      await run(`${folder}/bin/python`, ["-m", "pip", "install", ...flags], { timeoutMinutes: 10 });
      await copyFile(wanted, installed);
    });
  });
}
