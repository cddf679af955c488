import { execFileSync } from "node:child_process";
import { delimiter, join } from "node:path";

/** PATH with the engine in front, whose folder set-up knows. */
export function pathWithEngine(): string {
  const setup = join(__dirname, "setup.mjs");
  const folder = execFileSync(process.execPath, [setup, "--print-engine-path"], { encoding: "utf8" }).trim();
  return `${folder}${delimiter}${process.env.PATH ?? ""}`;
}
