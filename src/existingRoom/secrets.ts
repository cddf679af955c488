import { createHash } from "node:crypto";
import { printed } from "../room/arn";

/** A value as a secret, in the form in which the engine takes it from a provider. */
export function secretValue(value: unknown): object {
  return { [signature]: secretSignature, value };
}

// Pulumi's `rpc.specialSigKey` and `rpc.specialSecretSig`.
const signature = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** The id of a resource whose room is secret: ids never are, so it tells nothing of the ARN. */
export function hiddenId(arn: string): string {
  return `secret-${createHash("sha256").update(arn).digest("hex").slice(0, 32)}`;
}

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
