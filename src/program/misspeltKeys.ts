import * as pulumi from "@pulumi/pulumi";
import { configurationKeys, currentRun, hasEngine, log } from "./pulumi/engine";
import { runSettingKeys } from "../reading/run";
import { settingKeys } from "../aws/settings";

const warned = new WeakSet();

/** Warns, once in a run of a program, of keys of the stack's `ivschat:` configuration that are none: they would silently do nothing. */
export function warnOfMisspeltKeys(): void {
  const run = currentRun();
  if (run === undefined || warned.has(run) || !hasEngine()) return;
  warned.add(run);
  for (const line of misspeltKeys(configurationKeys(), pulumi.getProject())) log(line, true);
}

/** What to say of each key that is not a setting. A project of the name `ivschat` may have keys of its own. */
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
        : `there are ${known.map((name) => `ivschat:${name}`).join(", ")}`;
      return [
        `ivschat:${key.slice(0, longest)} is not a setting of pulumi-ivschat and has no effect; ${advice}`,
      ];
    });
}

function intended(key: string): string | undefined {
  const near = runSettingKeys.find((known) => distance(key.toLowerCase(), known.toLowerCase()) <= 3);
  if (near !== undefined) return `ivschat:${near}`;
  return settingKeys.some((known) => known === key) ? `aws:${key}` : undefined;
}

/** How many letters to add, drop or change to make one word of another. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let index = 0; index < Math.min(from.length, longest); index++) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column++) {
      const change = (row[column - 1] ?? 0) + (to[column - 1] === from[index] ? 0 : 1);
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

// Of a key, in a message as in a comparison.
const longest = 60;
