import { unknownValue } from "../room/markers";

/** Whether a value is unknown, or holds one that is. */
export function holdsUnknown(value: unknown): boolean {
  if (value === unknownValue) return true;
  return typeof value === "object" && value !== null && Object.values(value).some(holdsUnknown);
}
