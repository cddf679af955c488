import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { folderOnPath } from "./path.mjs";
import { run } from "./run.mjs";
import { timed } from "./progress.mjs";
import { engineVersion, goNeeded, languageHostVersion, yamlHostVersion } from "./version.mjs";

/** Builds the engine that scripts/engine/go.mod pins into folder/bin. */
export async function buildEngine(folder) {
  await buildGo({
    what: `the Pulumi engine ${engineVersion}`,
    time: "4 minutes",
    module: "engine",
    version: engineVersion,
    output: `${folder}/bin/pulumi`,
    program: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
  });
}

/** Builds the language host that scripts/languageHost/go.mod pins into folder/bin. */
export async function buildLanguageHost(folder) {
  await buildGo({
    what: `Pulumi's language host for Node.js ${languageHostVersion}`,
    time: "80 seconds",
    module: "languageHost",
    version: languageHostVersion,
    output: `${folder}/bin/pulumi-language-nodejs`,
    program: "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
  });
}

/** Builds the language host that scripts/yamlHost/go.mod pins into folder/bin. */
export async function buildYamlHost(folder) {
  await buildGo({
    what: `Pulumi's language host for YAML ${yamlHostVersion}`,
    time: "3 minutes",
    module: "yamlHost",
    version: yamlHostVersion,
    versionVariable: "github.com/pulumi/pulumi-yaml/pkg/version.Version",
    output: `${folder}/bin/pulumi-language-yaml`,
    program: "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml",
  });
}

async function buildGo({
  what,
  time,
  module,
  version,
  versionVariable = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version",
  output,
  program,
}) {
  if (!folderOnPath("go")) throw new Error(`no go on PATH (Go ${goNeeded} or later is needed)`);
  const flags = ["-mod=readonly", "-buildvcs=false", "-trimpath"];
  const linking = ["-ldflags", `-s -w -X ${versionVariable}=v${version}`];
  await timed(
    `building ${what} from its Go module: about ${time} on two cores (here: ${cpus().length})`,
    () =>
      run("go", ["build", ...flags, ...linking, "-o", output, program], {
        cwd: fileURLToPath(new URL(`../${module}`, import.meta.url)),
        env: { ...process.env, GOWORK: "off" },
      }),
  );
}
