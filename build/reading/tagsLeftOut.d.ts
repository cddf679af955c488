import type { Run } from "./run";
/** Warns of tags that the result of an answer does not hold; once a run. */
export declare function warnOfTagsLeftOut(run: Run, what: string, answer: unknown): void;
