import { join } from "node:path";
import { engineEnvironment, makeEngineFolders } from "../test/support/engineEnvironment";
import { Project, surroundings } from "../test/support/project";

export type { Project };

/** Opens the project in a subfolder of `top`, to run it with the Pulumi CLI. Pulumi's home and the backend are in `top`. */
export async function openProject(
  top: string,
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<Project> {
  const engine = join(top, "engine");
  await makeEngineFolders(engine);
  return new Project(top, folder, engine, { ...surroundings(), ...engineEnvironment(engine), ...env });
}
