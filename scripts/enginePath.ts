import { execFileSync } from "node:child_process";
import { delimiter, join } from "node:path";

/** Returns PATH with the folder of the engine at the front. Runs the setup script to find the engine. */
export function pathWithEngine(): string {
  const setup = join(__dirname, "setup.mjs");
  const folder = execFileSync(process.execPath, [setup, "--print-engine-path"], { encoding: "utf8" }).trim();
  return `${folder}${delimiter}${process.env.PATH ?? ""}`;
}
