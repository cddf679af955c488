import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";
import { oldestVersion, suitable } from "./version.mjs";

/** Returns the folder of the `pulumi` on PATH, or the reason why this `pulumi` cannot be used. */
export async function engineOnPath() {
  const folder = folderOnPath("pulumi");
  if (!folder) return { reason: "no pulumi there" };
  const program = join(folder, "pulumi");
  let answer;
  try {
    const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
    answer = await run(program, ["version"], { env, timeoutMinutes: 1 });
  } catch (error) {
    return { reason: `${program} version fails: ${error.message}` };
  }
  const version = /^v?(\d+\.\d+\.\d+)/m.exec(answer)?.[1];
  if (version && suitable(version)) return { folder };
  return {
    reason: `${program} is ${version ?? "of an unknown version"}; ${oldestVersion} to below 4 is needed`,
  };
}

export function folderOnPath(name) {
  return (process.env.PATH ?? "").split(delimiter).find((folder) => folder && executable(join(folder, name)));
}

function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
