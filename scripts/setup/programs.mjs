import { mkdir, rename, writeFile } from "node:fs/promises";

/** The programs that the engine starts. The official Pulumi CLI includes all of them. An engine that the setup builds includes none. */
export const dynamicProvider = "pulumi-resource-pulumi-nodejs";
export const policyAnalyzer = "pulumi-analyzer-policy";
export const languageHost = "pulumi-language-nodejs";

/** Writes the program that runs dynamic resources. */
export const writeDynamicProvider = (folder) =>
  writeRunner(folder, dynamicProvider, "@pulumi/pulumi/cmd/dynamic-provider", "the program");

/** Writes the program that runs policy packs. */
export const writePolicyAnalyzer = (folder) =>
  writeRunner(folder, policyAnalyzer, "@pulumi/pulumi/cmd/run-policy-pack", "the policy pack");

/** Writes a script that runs another `pulumi`. A symbolic link could break shims of version managers, which depend on their own path. */
export const writePulumiLink = (folder, pulumi) =>
  writeScript(folder, "pulumi", `exec '${pulumi.replaceAll("'", `'\\''`)}' "$@"`);

/** Writes a script that runs a server of @pulumi/pulumi, from the version that is installed for the current folder. */
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

// Writes a temporary file and renames it, because at the same time, another setup may write the same file, or the engine may run it.
async function writeScript(folder, name, text) {
  await mkdir(folder, { recursive: true });
  const written = `${folder}/.${name}-${process.pid}`;
  await writeFile(written, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  await rename(written, `${folder}/${name}`);
}
