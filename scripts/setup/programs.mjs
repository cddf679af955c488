import { mkdir, rename, writeFile } from "node:fs/promises";

/** What the engine starts beside `pulumi`. An official CLI has all of them there; a built one has none. */
export const dynamicProvider = "pulumi-resource-pulumi-nodejs";
export const policyAnalyzer = "pulumi-analyzer-policy";
export const languageHost = "pulumi-language-nodejs";

/** Runs dynamic resources. */
export const writeDynamicProvider = (folder) =>
  writeRunner(folder, dynamicProvider, "@pulumi/pulumi/cmd/dynamic-provider", "the program");

/** Runs policy packs. */
export const writePolicyAnalyzer = (folder) =>
  writeRunner(folder, policyAnalyzer, "@pulumi/pulumi/cmd/run-policy-pack", "the policy pack");

/** A script rather than a link, because version managers' shims look at the name they are called by. */
export const writePulumiLink = (folder, pulumi) =>
  writeScript(folder, "pulumi", `exec '${pulumi.replaceAll("'", `'\\''`)}' "$@"`);

/** A server that lies in the @pulumi/pulumi which whatever is in the current folder uses. */
const writeRunner = (folder, name, module, user) =>
  writeScript(
    folder,
    name,
    `server=$(node -e 'process.stdout.write(require.resolve("${module}", { paths: [process.cwd()] }))' 2>/dev/null) || {
  echo "${name}: @pulumi/pulumi is not installed for ${user} in $PWD" >&2
  exit 1
}
exec node "$server" "$@"`,
  );

// Renamed into place: another set-up may be writing the same file, or the engine starting it.
async function writeScript(folder, name, text) {
  await mkdir(folder, { recursive: true });
  const written = `${folder}/.${name}-${process.pid}`;
  await writeFile(written, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  await rename(written, `${folder}/${name}`);
}
