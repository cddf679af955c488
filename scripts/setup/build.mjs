import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { folderOnPath } from "./path.mjs";
import { run } from "./run.mjs";
import { timed } from "./progress.mjs";
import { engineVersion, goNeeded } from "./version.mjs";

const engineModule = fileURLToPath(new URL("../engine", import.meta.url));
const versionVariable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";

/** Builds the engine that scripts/engine/go.mod pins into folder/bin. */
export async function buildEngine(folder) {
  if (!folderOnPath("go")) throw new Error(`no go on PATH (Go ${goNeeded} or later is needed)`);
  const cores = cpus().length;
  const what = `building the Pulumi engine ${engineVersion} from its Go module: about 4 minutes on two cores (here: ${cores})`;
  const flags = ["-mod=readonly", "-buildvcs=false", "-trimpath"];
  const linking = ["-ldflags", `-s -w -X ${versionVariable}=v${engineVersion}`];
  const output = ["-o", `${folder}/bin/pulumi`, "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"];
  await timed(what, () =>
    run("go", ["build", ...flags, ...linking, ...output], {
      cwd: engineModule,
      env: { ...process.env, GOWORK: "off" },
    }),
  );
}
