import type { GetRoomResult } from "./room";
/** A room without its two limits: what ListRooms tells of a room. */
export interface RoomSummary extends Omit<GetRoomResult, "maximumMessageLength" | "maximumMessageRatePerSecond"> {
    /** The tags as the service has them, to look for rooms by: those too that no result may hold. */
    readonly allTags: Record<string, string>;
}
/** Says which member of an answer is missing or wrong, and what it holds. */
export declare class MalformedAnswer extends Error {
    readonly member: string;
    readonly found: unknown;
    constructor(member: string, found: unknown, expected: string);
}
/**
 * The room that a GetRoom answer (its parsed JSON) describes: plain data, with nothing in it that Pulumi would take for one of its own
 * markers. Throws MalformedAnswer where it is incomplete or wrong.
 */
export declare function roomFromAnswer(answer: unknown): GetRoomResult;
/** The keys of an answer's tags that its result does not hold, because Pulumi would take the tags for something else. */
export declare function tagsLeftOut(answer: unknown): string[];
/** The result, or MalformedAnswer where a member would not reach a program as it is. */
export declare function plainData<Result extends object>(result: Result): Result;
/** The room that an entry of a ListRooms answer describes. Throws MalformedAnswer where it is incomplete or wrong. */
export declare function summaryFromAnswer(answer: unknown): RoomSummary;
export declare function text(member: string, value: unknown, mayBeEmpty?: boolean): string;
export declare function time(member: string, value: unknown): string;
export declare function objectFrom(member: string, value: unknown): Record<string, unknown>;
/** The tags that a result holds. */
export declare function tagsFrom(value: unknown): Record<string, string>;
