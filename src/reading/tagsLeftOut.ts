import { printed, oneLine } from "../room/text";
import { keysLeftOut } from "../room/tags";
import type { Run } from "./run";

/** Warns of tags that the result of an answer does not hold; once a run. */
export function warnOfTagsLeftOut(run: Run, what: string, answer: unknown): void {
  const keys = keysLeftOut(answer);
  if (keys.length === 0) return;
  const [tags, are] = keys.length === 1 ? ["the tag", "is"] : ["the tags", "are"];
  run.warn(
    `${what}: ${tags} ${oneLine(keys.map(printed).join(", "), 300)} ${are} left out, because Pulumi would take ` +
      `${keys.length === 1 ? "it" : "them"} for a value of its own (an unknown, an asset, a secret)`,
  );
}
