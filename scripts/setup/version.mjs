import { readFileSync } from "node:fs";

const goMod = (folder) => readFileSync(new URL(`../${folder}/go.mod`, import.meta.url), "utf8");
const required = (folder, module) => new RegExp(`${module} v(\\S+)`).exec(goMod(folder))[1];

/** The version of the engine that the setup downloads or builds. */
export const engineVersion = required("engine", "pulumi/pkg/v3");

/** The versions of the language hosts that the setup builds if they are missing. */
export const hostVersions = {
  languageHost: required("languageHost", "pulumi/sdk/v3"),
  goHost: required("goHost", "pulumi/sdk/v3"),
  yamlHost: required("yamlHost", "pulumi/pulumi-yaml"),
};

/** The Go version that these builds require. */
export const goNeeded = /^go (\S+)/m.exec(goMod("engine"))[1];

/**
 * The oldest version of the engine with which the tests and the demo have been run. For inline programs, versions before 3.181 cannot
 * refresh or destroy the stack, and 3.182 hangs if a resource fails on which another resource depends.
 */
export const oldestVersion = "3.248.0";

export function suitable(version) {
  const [major, minor] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = oldestVersion.split(".").map(Number);
  return major === oldestMajor && minor >= oldestMinor;
}
