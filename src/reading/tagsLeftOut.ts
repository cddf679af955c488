import { printed, oneLine } from "../room/text";
import { keysLeftOut } from "../room/tags";
import type { Run } from "./run";

/** Warns, once in a run, about the tags that are omitted from the result because they are markers (see markers.ts). */
export function warnOfTagsLeftOut(run: Run, what: string, answer: unknown): void {
  const keys = keysLeftOut(answer);
  if (keys.length === 0) return;
  const tags = keys.length === 1 ? "the tag" : "the tags";
  run.warn(
    `${what}: omitted ${tags} ${oneLine(keys.map(printed).join(", "), 300)}, because Pulumi would interpret ` +
      `${keys.length === 1 ? "it" : "them"} as a special value (an unknown, an asset or a secret)`,
  );
}
