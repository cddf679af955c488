import { copyFile, mkdir } from "node:fs/promises";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { folderOnPath } from "./path.mjs";
import { run } from "./run.mjs";
import { timed } from "./progress.mjs";
import { engineVersion, goNeeded, hostVersions } from "./version.mjs";

const pulumi = "github.com/pulumi/pulumi";
const sdkVersion = `${pulumi}/sdk/v3/go/common/version.Version`;

/** Builds the version of the engine that scripts/engine/go.mod requires into folder/bin. */
export async function buildEngine(folder) {
  await buildGo(folder, "pulumi", {
    what: "the Pulumi engine",
    time: "4 to 9 minutes",
    module: "engine",
    version: engineVersion,
    versionVariable: sdkVersion,
    program: `${pulumi}/pkg/v3/cmd/pulumi`,
  });
}

/** The programs that the setup can build if they are missing, by name. Each `module` is the name of a folder in scripts. */
export const builds = {
  "pulumi-language-nodejs": {
    what: "Pulumi's language host for Node.js",
    time: "80 seconds",
    module: "languageHost",
    version: hostVersions.languageHost,
    versionVariable: sdkVersion,
    program: `${pulumi}/sdk/v3/nodejs/cmd/pulumi-language-nodejs`,
  },
  "pulumi-language-python": {
    what: "Pulumi's language host for Python",
    time: "80 seconds",
    module: "languageHost",
    version: hostVersions.languageHost,
    versionVariable: sdkVersion,
    program: `${pulumi}/sdk/v3/python/cmd/pulumi-language-python`,
    // The language host runs Python programs with this script.
    script: "python/cmd/pulumi-language-python-exec",
  },
  "pulumi-language-go": {
    what: "Pulumi's language host for Go",
    time: "80 seconds",
    module: "goHost",
    version: hostVersions.goHost,
    versionVariable: sdkVersion,
    program: `${pulumi}/sdk/v3/go/pulumi-language-go`,
  },
  "pulumi-language-yaml": {
    what: "Pulumi's language host for YAML",
    time: "3 minutes",
    module: "yamlHost",
    version: hostVersions.yamlHost,
    versionVariable: "github.com/pulumi/pulumi-yaml/pkg/version.Version",
    program: "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml",
  },
  generateSdk: {
    what: "the generator of SDKs",
    time: "75 seconds",
    module: "engine",
    version: engineVersion,
    versionVariable: sdkVersion,
    program: "./generateSdk",
  },
};

/** Builds a program into folder/bin. */
export async function buildGo(
  folder,
  name,
  { what, time, module, version, versionVariable, program, script },
) {
  if (!folderOnPath("go")) throw new Error(`no go on PATH (Go ${goNeeded} or later is needed)`);
  const options = {
    cwd: fileURLToPath(new URL(`../${module}`, import.meta.url)),
    env: { ...process.env, GOWORK: "off" },
  };
  const flags = ["-mod=readonly", "-buildvcs=false", "-trimpath"];
  const linking = ["-ldflags", `-s -w -X ${versionVariable}=v${version}`];
  await timed(
    `building ${what} ${version} from its Go module: about ${time} on two cores (here: ${cpus().length})`,
    async () => {
      await run("go", ["build", ...flags, ...linking, "-o", `${folder}/bin/${name}`, program], options);
      if (script === undefined) return;
      const list = ["list", "-mod=readonly", "-m", "-f", "{{.Dir}}", `${pulumi}/sdk/v3`];
      const source = (await run("go", list, options)).trim();
      await mkdir(`${folder}/bin`, { recursive: true });
      await copyFile(`${source}/${script}`, `${folder}/bin/${script.split("/").at(-1)}`);
    },
  );
}
