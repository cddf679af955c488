import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";

/** What the engine starts to run dynamic resources. An official CLI has it beside pulumi; a built one has not. */
export const providerName = "pulumi-resource-pulumi-nodejs";

const script = `#!/bin/sh
# Runs the dynamic-provider server of the @pulumi/pulumi that the program in the current folder uses.
server=$(node -e 'process.stdout.write(require.resolve("@pulumi/pulumi/cmd/dynamic-provider", { paths: [process.cwd()] }))' 2>/dev/null) || {
  echo "${providerName}: @pulumi/pulumi is not installed for the program in $PWD" >&2
  exit 1
}
exec node "$server" "$@"
`;

export async function writeDynamicProvider(folder) {
  const file = `${folder}/${providerName}`;
  if (!existsSync(file)) await writeProgram(folder, file, script);
}

/** A script rather than a link, because version managers' shims look at the name they are called by. */
export async function writePulumiLink(folder, pulumi) {
  await writeProgram(
    folder,
    `${folder}/pulumi`,
    `#!/bin/sh\nexec '${pulumi.replaceAll("'", `'\\''`)}' "$@"\n`,
  );
}

async function writeProgram(folder, file, text) {
  await mkdir(folder, { recursive: true });
  await writeFile(file, text, { mode: 0o755 });
}
