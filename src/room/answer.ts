import { printed } from "./text";

/** Thrown when a required member of a response is missing, or any member is invalid. */
export class MalformedAnswer extends Error {
  constructor(
    readonly member: string,
    readonly found: unknown,
    expected: string,
  ) {
    super(`${member} is ${found === undefined ? "missing" : printed(found)}; expected ${expected}`);
  }
}

export function stringFrom(member: string, value: unknown): string {
  if (typeof value !== "string" || value === "") throw new MalformedAnswer(member, value, "a string");
  return value;
}

export function optionalStringFrom(member: string, value: unknown): string {
  return value == null || value === "" ? "" : stringFrom(member, value);
}

/** Reads a required ISO 8601 time, and converts it to UTC with milliseconds. */
export function timeFrom(member: string, value: unknown): string {
  const date = typeof value === "string" && timePattern.test(value) ? new Date(value) : undefined;
  if (!date || Number.isNaN(date.getTime())) {
    throw new MalformedAnswer(member, value, "an ISO 8601 time with a time zone");
  }
  return date.toISOString();
}

// The time zone is required, because Date would assume the local time zone.
const timePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

export function objectFrom(member: string, value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new MalformedAnswer(member, value, "an object");
  }
  return value as Record<string, unknown>;
}

export function stringsFrom(member: string, value: unknown): string[] {
  if (value == null) return [];
  if (!Array.isArray(value)) throw new MalformedAnswer(member, value, "an array");
  return value.map((item, index) => stringFrom(`${member}[${index}]`, item));
}
