import { chmod } from "node:fs/promises";
import { join } from "node:path";
import type { Project } from "./project";

/**
 * Returns a path for `--policy-pack`. The language host that the setup builds is too old to run policy packs. In that case, adds an executable
 * to the folder, which the engine runs without the language host.
 */
export async function runnablePolicyPack(project: Project, folder: string): Promise<string> {
  const { output } = await project.pulumi("preview", "--policy-pack", folder);
  if (!/failed to start: .*not supported/.test(output)) return folder;
  const program = join(folder, "run");
  await project.write(program, `#!/bin/sh\ncd "$(dirname "$0")" && exec pulumi-analyzer-policy "$1" .\n`);
  await chmod(join(project.folder, program), 0o755);
  return program;
}
