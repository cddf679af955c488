import { RoomReadError } from "../errors";
/** What is being read, from where: what an error's message begins with. */
export interface Subject {
    /** `room arn:aws:...`, `rooms named "lobby"`. */
    readonly what: string;
    readonly identifier?: string;
    readonly region: string | undefined;
    readonly endpoint?: string | undefined;
    readonly profile?: string | undefined;
    /** The permission that the request needs, `ivschat:GetRoom`. */
    readonly action: string;
    /** What else to say when access is denied. */
    readonly deniedAdvice?: string | undefined;
}
/** What to do about a failed request: ask again, wait for the quota, or give up. */
export type Kind = "throttled" | "transient" | "malformed" | "final";
/** Which of these a failure is. */
export declare function kindOf(error: unknown): Kind;
/** The typed error that a user sees for a failed request. */
export declare function failureOf(error: unknown, subject: Subject): RoomReadError;
/** Whether nothing came back from where the request went, or nothing whole. */
export declare function isUnreachable(error: unknown): boolean;
