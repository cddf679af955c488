import { readFileSync } from "node:fs";

const goMod = readFileSync(new URL("../engine/go.mod", import.meta.url), "utf8");

/** The engine that set-up downloads or builds; scripts/engine/go.mod says which. */
export const engineVersion = /pulumi\/pkg\/v3 v(\S+)/.exec(goMod)[1];

const hostGoMod = readFileSync(new URL("../languageHost/go.mod", import.meta.url), "utf8");

/** The language host that is built where the engine came without one. */
export const languageHostVersion = /pulumi\/sdk\/v3 v(\S+)/.exec(hostGoMod)[1];

const yamlGoMod = readFileSync(new URL("../yamlHost/go.mod", import.meta.url), "utf8");

/** The language host for YAML, likewise. */
export const yamlHostVersion = /pulumi\/pulumi-yaml v(\S+)/.exec(yamlGoMod)[1];

/** The Go release that builds them. */
export const goNeeded = /^go (\S+)/m.exec(goMod)[1];

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
