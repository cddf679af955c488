import { escaped } from "./text";

/** The parts of a room's ARN, `arn:aws:ivschat:REGION:ACCOUNT:room/ID`. */
export interface RoomArn {
  readonly region: string;
  readonly accountId: string;
  readonly roomId: string;
}

/** The parts of an IVS Chat room's ARN; undefined for anything else. */
export function parseRoomArn(value: unknown): RoomArn | undefined {
  const parts = parseArn(value, "room");
  return parts && { region: parts.region, accountId: parts.accountId, roomId: parts.resourceId };
}

/** The ARN that these parts make: the inverse of parseRoomArn. */
export function formatRoomArn({ region, accountId, roomId }: RoomArn): string {
  return `arn:aws:ivschat:${region}:${accountId}:room/${roomId}`;
}

/** The parts of a logging configuration's ARN; undefined for anything else. */
export function parseLoggingConfigurationArn(
  value: unknown,
): { region: string; accountId: string; id: string } | undefined {
  const parts = parseArn(value, "logging-configuration");
  return parts && { region: parts.region, accountId: parts.accountId, id: parts.resourceId };
}

/** Why a value is no ARN of this kind, with what one looks like, for an error message. */
export function explainNoArn(value: unknown, kind: ArnKind): string {
  const what = kind === "room" ? "a room" : "a logging configuration";
  return `must be the ARN of ${what}, like ${example[kind]}, not ${printed(value)}${hint(value, kind)}`;
}

/** A value as an error message shows it: quoted, cut where it is long, with nothing in it that a terminal obeys. */
export function printed(value: unknown): string {
  const text = value === undefined ? "undefined" : typeof value === "bigint" ? `${value}n` : stringify(value);
  return text.length > longestValue ? `${escaped(text.slice(0, longestValue))}…` : escaped(text);
}

const longestValue = 200;

type ArnKind = "room" | "logging-configuration";

const example = {
  room: "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl",
  "logging-configuration": "arn:aws:ivschat:us-east-1:123456789012:logging-configuration/AbCdEfGhIjKl",
};

// The account is any run of digits: the service's model asks for no more, and its documentation shows one of eleven.
const arnPattern = /^arn:aws:ivschat:([a-z0-9-]+):([0-9]+):([a-z-]+)\/([a-zA-Z0-9-]+)$/;
const longestArn = 128;

function parseArn(value: unknown, kind: ArnKind) {
  if (typeof value !== "string" || value.length > longestArn) return undefined;
  const [, region, accountId, type, resourceId] = arnPattern.exec(value) ?? [];
  if (!region || !accountId || !resourceId || type !== kind) return undefined;
  return { region, accountId, resourceId };
}

function hint(value: unknown, kind: ArnKind): string {
  if (typeof value !== "string") return "";
  if (value === "") return " (an empty string)";
  const other = arnPattern.exec(value)?.[3];
  if (other !== undefined && other !== kind) return ` (an ARN of another kind: ${other})`;
  if (value.length > longestArn) return ` (longer than ${longestArn} characters)`;
  if (/^[a-zA-Z0-9]{12}$/.test(value))
    return " (only the last part of an ARN; the service asks for all of it)";
  return "";
}

function stringify(value: unknown): string {
  if (typeof value === "function" || typeof value === "symbol") return String(value);
  try {
    // An object's own toJSON may give anything, or nothing.
    const json: unknown = JSON.stringify(value);
    return typeof json === "string" ? json : Object.prototype.toString.call(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
