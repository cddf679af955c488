import type { Run } from "./run";
/** A read that is under way or done, for all who ask for the same. */
export interface SharedRead<T> {
    readonly startedAt: number;
    readonly result: Promise<T>;
}
/**
 * One read for all of a run who ask for the same: the one that was started, unless that was before `notBefore`, the moment (of
 * `performance.now()`) from which on the answer must hold. One that fails is not kept for those who ask later.
 */
export declare function shared<T>(run: Run, key: string, notBefore: number, read: () => Promise<T>): Promise<T>;
