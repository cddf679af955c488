import { printed } from "./text";

/** Replaces the strings in these values, plain or quoted, by `[secret]`. */
export function withoutSecrets(message: string, secrets: readonly unknown[]): string {
  return secrets
    .flatMap(formsOf)
    .sort((a, b) => b.length - a.length)
    .reduce((text, form) => text.replaceAll(form, "[secret]"), message);
}

/** Replaces IVS Chat ARNs by `[secret]`: they would reveal which room a secret name or tag selects. */
export function withoutArns(message: string): string {
  return message.replace(/\barn:[\w-]*:ivschat:[\w-]*:\d*:[\w/-]*/g, "[secret]");
}

function formsOf(value: unknown): string[] {
  if (typeof value === "object" && value !== null) {
    return [printed(value), ...Object.entries(value).flat().flatMap(formsOf)];
  }
  if (typeof value !== "string" || value === "") return [];
  const quoted = printed(value);
  // A short string is part of many words, so only its quoted form is replaced.
  return value.length < 4 ? [quoted] : [value, quoted, quoted.slice(1, -1)];
}
