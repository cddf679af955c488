import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";
import { timed } from "./progress.mjs";
import { engineVersion } from "./version.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const install = `
  const [root, version] = process.argv.slice(1);
  require("@pulumi/pulumi/automation").PulumiCommand.install({ root, version }).then(
    () => process.exit(0),
    (error) => { console.error(String(error.message).split("\\n")[0]); process.exit(1); },
  );`;

/** Downloads the engine into folder/bin with Pulumi's Automation API, in a separate process so that a timeout can end the download. */
export async function downloadEngine(folder) {
  await timed(
    `downloading the Pulumi engine ${engineVersion}: 1 to 3 minutes where Pulumi's site can be reached`,
    () => run(process.execPath, ["-e", install, folder, engineVersion], { cwd: root, timeoutMinutes: 5 }),
  );
}
