import { mkdir } from "node:fs/promises";
import { join } from "node:path";

/** Makes the folders of an engine's own home and file backend, unless they are there. */
export async function makeEngineFolders(folder: string): Promise<void> {
  for (const name of ["home", "backend"]) await mkdir(join(folder, name), { recursive: true });
}

/** What the CLI needs to use the home and the file backend in a folder, and nothing else of the machine's. */
export function engineEnvironment(folder: string): Record<string, string> {
  return {
    PULUMI_HOME: join(folder, "home"),
    PULUMI_BACKEND_URL: `file://${join(folder, "backend")}`,
    PULUMI_CONFIG_PASSPHRASE: "test",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
}
