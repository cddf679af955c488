import { printed } from "../room/text";

/** A message without what is secret: the texts within these values, as they are or as a message quotes them. */
export function withoutSecrets(message: string, secrets: readonly unknown[]): string {
  return secrets
    .flatMap(formsOf)
    .sort((a, b) => b.length - a.length)
    .reduce((text, form) => text.replaceAll(form, "[secret]"), message);
}

/** A message without the ARN of any room: of what a secret names, which one it is. */
export function withoutArns(message: string): string {
  return message.replace(/\barn:[\w-]*:ivschat:[\w-]*:\d*:[\w/-]*/g, "[secret]");
}

function formsOf(value: unknown): string[] {
  if (typeof value === "object" && value !== null) {
    return [printed(value), ...Object.entries(value).flat().flatMap(formsOf)];
  }
  if (typeof value !== "string" || value === "") return [];
  const quoted = printed(value);
  // A short one is part of many words, and of a message only where it is quoted.
  return value.length < 4 ? [quoted] : [value, quoted, quoted.slice(1, -1)];
}
