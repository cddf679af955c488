import { readFileSync } from "node:fs";

const goMod = (folder) => readFileSync(new URL(`../${folder}/go.mod`, import.meta.url), "utf8");
const required = (folder, module) => new RegExp(`${module} v(\\S+)`).exec(goMod(folder))[1];

/** The engine that set-up downloads or builds. */
export const engineVersion = required("engine", "pulumi/pkg/v3");

/** The language hosts that are built where the engine came without them. */
export const hostVersions = {
  languageHost: required("languageHost", "pulumi/sdk/v3"),
  goHost: required("goHost", "pulumi/sdk/v3"),
  yamlHost: required("yamlHost", "pulumi/pulumi-yaml"),
};

/** The Go release that builds them. */
export const goNeeded = /^go (\S+)/m.exec(goMod("engine"))[1];

/**
 * The oldest engine that the tests and the demo are tried with. Of older ones, those before 3.181 neither refresh nor destroy the stack of
 * an inline program, and 3.182 waits for ever where a resource of one fails that another depends on.
 */
export const oldestVersion = "3.248.0";

export function suitable(version) {
  const [major, minor] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = oldestVersion.split(".").map(Number);
  return major === oldestMajor && minor >= oldestMinor;
}
