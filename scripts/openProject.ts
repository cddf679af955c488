import { join } from "node:path";
import { engineEnvironment, makeEngineFolders } from "../test/support/engineEnvironment";
import { Project, surroundings } from "../test/support/project";

export type { Project };

/** The project in a folder below `top`, with an engine's home and backend of its own in `top`, for `pulumi` on the command line. */
export async function openProject(
  top: string,
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<Project> {
  const engine = join(top, "engine");
  await makeEngineFolders(engine);
  return new Project(top, folder, engine, { ...surroundings(), ...engineEnvironment(engine), ...env });
}
