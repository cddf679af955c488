import * as pulumi from "@pulumi/pulumi";
import { configurationKeys, currentRun, hasEngine, log } from "./pulumi/engine";
import { runSettingKeys } from "../reading/run";
import { settingKeys } from "../aws/settings";

const warned = new WeakSet();

/** Warns about unknown keys in the stack's `ivschat:` configuration, once in each run of the program. */
export function warnOfMisspeltKeys(): void {
  const run = currentRun();
  if (run === undefined || warned.has(run) || !hasEngine()) return;
  warned.add(run);
  for (const line of misspeltKeys(configurationKeys(), pulumi.getProject())) log(line, true);
}

/**
 * Returns the warnings for unknown keys. In a project named `ivschat`, unknown keys may belong to the project, so only keys that resemble a
 * setting are reported.
 */
export function misspeltKeys(keys: readonly string[], project: string): string[] {
  const known: readonly string[] = runSettingKeys;
  return keys
    .filter((key) => key.startsWith("ivschat:"))
    .map((key) => key.slice("ivschat:".length))
    .filter((key) => !known.includes(key))
    .flatMap((key) => {
      const meant = intended(key);
      if (meant === undefined && project === "ivschat") return [];
      const advice = meant
        ? `did you mean ${meant}?`
        : `the settings are ${known.map((name) => `ivschat:${name}`).join(", ")}`;
      return [
        `ivschat:${key.slice(0, longestKey)} is not a setting of pulumi-ivschat and has no effect; ${advice}`,
      ];
    });
}

function intended(key: string): string | undefined {
  const near = runSettingKeys.find((known) => distance(key.toLowerCase(), known.toLowerCase()) <= 3);
  if (near !== undefined) return `ivschat:${near}`;
  return settingKeys.some((known) => known === key) ? `aws:${key}` : undefined;
}

/** Returns the Levenshtein distance between two strings. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let index = 0; index < Math.min(from.length, longestKey); index++) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column++) {
      const change = (row[column - 1] ?? 0) + (to[column - 1] === from[index] ? 0 : 1);
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

const longestKey = 60;
