import { printed, oneLine } from "../room/text";
import { keysLeftOut } from "../room/tags";
import type { Run } from "./run";

/** Warns about tags that are omitted from the result, once in a run. */
export function warnOfTagsLeftOut(run: Run, what: string, answer: unknown): void {
  const keys = keysLeftOut(answer);
  if (keys.length === 0) return;
  const tags = keys.length === 1 ? "the tag" : "the tags";
  run.warn(
    `${what}: omitted ${tags} ${oneLine(keys.map(printed).join(", "), 300)}, because Pulumi would interpret ` +
      `${keys.length === 1 ? "it" : "them"} as a special value (an unknown, an asset or a secret)`,
  );
}
