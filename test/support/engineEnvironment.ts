import { mkdir } from "node:fs/promises";
import { join } from "node:path";

/** Creates the folders for Pulumi's home and a file backend. */
export async function makeEngineFolders(folder: string): Promise<void> {
  for (const name of ["home", "backend"]) await mkdir(join(folder, name), { recursive: true });
}

/** Returns the environment variables for using the home and the file backend in a folder with the CLI. */
export function engineEnvironment(folder: string): Record<string, string> {
  return {
    PULUMI_HOME: join(folder, "home"),
    PULUMI_BACKEND_URL: `file://${join(folder, "backend")}`,
    PULUMI_CONFIG_PASSPHRASE: "test",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
}
