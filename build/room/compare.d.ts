import { type GetRoomResult, type RoomMember } from "./room";
/** The members in which two configurations differ, in the service's order; none when they are equal. */
export declare function changedMembers(before: Partial<Record<RoomMember, unknown>>, after: GetRoomResult): RoomMember[];
/** Whether two plain values are equal, whatever the order of their keys. */
export declare function isEqual(a: unknown, b: unknown): boolean;
