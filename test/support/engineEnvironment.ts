import { mkdir } from "node:fs/promises";
import { join } from "node:path";

/** Creates the folders of an engine's home and file backend. */
export async function makeEngineFolders(folder: string): Promise<void> {
  for (const name of ["home", "backend"]) await mkdir(join(folder, name), { recursive: true });
}

/** The environment variables with which the CLI uses the home and the file backend in a folder. */
export function engineEnvironment(folder: string): Record<string, string> {
  return {
    PULUMI_HOME: join(folder, "home"),
    PULUMI_BACKEND_URL: `file://${join(folder, "backend")}`,
    PULUMI_CONFIG_PASSPHRASE: "test",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
}
