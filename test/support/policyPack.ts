import { chmod } from "node:fs/promises";
import { join } from "node:path";
import type { Project } from "./project";

/**
 * What `--policy-pack` takes to run a pack of a project. The engine leaves a folder to the language host, and the one that set-up builds is
 * older than that; a program it starts itself.
 */
export async function runnablePolicyPack(project: Project, folder: string): Promise<string> {
  const { output } = await project.pulumi("preview", "--policy-pack", folder);
  if (!/failed to start: .*not supported/.test(output)) return folder;
  const program = join(folder, "run");
  await project.write(program, `#!/bin/sh\ncd "$(dirname "$0")" && exec pulumi-analyzer-policy "$1" .\n`);
  await chmod(join(project.folder, program), 0o755);
  return program;
}
