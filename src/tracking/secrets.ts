import { createHash } from "node:crypto";
import { markerKey } from "../room/markers";

/** A value as a secret, in the form in which the engine takes it from a provider. */
export function secretValue(value: unknown): object {
  return { [markerKey]: secretSignature, value };
}

// Pulumi's `rpc.specialSecretSig`.
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** The id of a resource whose room is secret: ids never are, so it tells nothing of the ARN. */
export function hiddenId(arn: string): string {
  return `secret-${createHash("sha256").update(arn).digest("hex").slice(0, 32)}`;
}
