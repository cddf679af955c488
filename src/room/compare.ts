import { roomMembers, type GetRoomResult, type RoomMember } from "./room";

export function changedMembers(
  before: Partial<Record<RoomMember, unknown>>,
  after: GetRoomResult,
): RoomMember[] {
  return roomMembers.filter((member) => !isEqual(before[member], after[member]));
}

/** Compares two JSON values deeply, ignoring the order of keys. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(member(a, key), member(b, key)))
  );
}

function member(value: object, key: string): unknown {
  return (value as Record<string, unknown>)[key];
}
