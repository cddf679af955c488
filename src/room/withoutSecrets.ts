import { printed } from "./text";

/**
 * Replaces secret strings in a message, quoted or unquoted, with `[secret]`. If a secret is an object, replaces its JSON, its keys, and the
 * strings in it.
 */
export function withoutSecrets(message: string, secrets: readonly unknown[]): string {
  return secrets
    .flatMap(formsOf)
    .sort((a, b) => b.length - a.length)
    .reduce((text, form) => text.replaceAll(form, "[secret]"), message);
}

/** Replaces all IVS Chat ARNs in a message with `[secret]`, because they would reveal which room a secret name or tag selects. */
export function withoutArns(message: string): string {
  return message.replace(/\barn:[\w-]*:ivschat:[\w-]*:\d*:[\w/-]*/g, "[secret]");
}

function formsOf(value: unknown): string[] {
  if (typeof value === "object" && value !== null) {
    return [printed(value), ...Object.entries(value).flat().flatMap(formsOf)];
  }
  if (typeof value !== "string" || value === "") return [];
  const quoted = printed(value);
  // A short string can be part of other words, so it is replaced only in quotes.
  return value.length < 4 ? [quoted] : [value, quoted, quoted.slice(1, -1)];
}
