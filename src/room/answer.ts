import { printed } from "./text";

/** An answer of the service lacks a member, or holds a wrong value. */
export class MalformedAnswer extends Error {
  constructor(
    readonly member: string,
    readonly found: unknown,
    expected: string,
  ) {
    super(`${member} is ${found === undefined ? "missing" : printed(found)}, where ${expected} is expected`);
  }
}

/** A member that must be a string, and not an empty one. */
export function stringFrom(member: string, value: unknown): string {
  if (typeof value !== "string" || value === "") throw new MalformedAnswer(member, value, "a string");
  return value;
}

/** A member that may be empty or missing; `""` then. */
export function optionalStringFrom(member: string, value: unknown): string {
  return value == null || value === "" ? "" : stringFrom(member, value);
}

/** A member that must be a time; in UTC, with milliseconds. */
export function timeFrom(member: string, value: unknown): string {
  const date = typeof value === "string" && timePattern.test(value) ? new Date(value) : undefined;
  if (!date || Number.isNaN(date.getTime())) {
    throw new MalformedAnswer(member, value, "an ISO 8601 time with its time zone");
  }
  return date.toISOString();
}

// A time without its zone, a number or an HTTP date would leave something to guess.
const timePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/** A member that must be an object. */
export function objectFrom(member: string, value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new MalformedAnswer(member, value, "an object");
  }
  return value as Record<string, unknown>;
}

/** A member that must be an array of strings; `[]` where it is missing. */
export function stringsFrom(member: string, value: unknown): string[] {
  if (value == null) return [];
  if (!Array.isArray(value)) throw new MalformedAnswer(member, value, "an array");
  return value.map((item, index) => stringFrom(`${member}[${index}]`, item));
}
