import { printed } from "./text";

/** A parsed ARN of Amazon IVS Chat, `arn:aws:ivschat:REGION:ACCOUNT:KIND/ID`. */
export interface Arn {
  readonly text: string;
  readonly region: string;
  readonly accountId: string;
  readonly id: string;
}

export type ArnKind = "room" | "logging-configuration";

export function parseArn(value: unknown, kind: ArnKind): Arn | undefined {
  if (typeof value !== "string" || value.length > longestArn) return undefined;
  const [text, region, accountId, type, id] = arnPattern.exec(value) ?? [];
  if (!text || !region || !accountId || !id || type !== kind) return undefined;
  return { text, region, accountId, id };
}

export function explainInvalidArn(value: unknown, kind: ArnKind): string {
  const what = kind === "room" ? "a room" : "a logging configuration";
  return `must be the ARN of ${what}, like ${example[kind]}, not ${printed(value)}${hint(value, kind)}`;
}

const example = {
  room: "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl",
  "logging-configuration": "arn:aws:ivschat:us-east-1:123456789012:logging-configuration/AbCdEfGhIjKl",
};

// The account ID may have any number of digits, as in the service's API model. An example in the service's documentation has 11.
const arnPattern = /^arn:aws:ivschat:([a-z0-9-]+):([0-9]+):([a-z-]+)\/([a-zA-Z0-9-]+)$/;
const longestArn = 128;

function hint(value: unknown, kind: ArnKind): string {
  if (typeof value !== "string") return "";
  if (value === "") return " (an empty string)";
  const other = arnPattern.exec(value)?.[3];
  if (other !== undefined && other !== kind) return ` (an ARN of another kind: ${other})`;
  if (value.length > longestArn) return ` (longer than ${longestArn} characters)`;
  if (/^[a-zA-Z0-9]{12}$/.test(value)) return " (only the last part of an ARN; pass the whole ARN)";
  return "";
}
