import { createHash } from "node:crypto";
import { markerKey } from "../room/markers";
import { propertyNames, type Properties, type RecordedProperties } from "./properties";

/** The properties of a room that is secret: each member is one. */
export function secretProperties(properties: RecordedProperties): Properties {
  const members = propertyNames.map((name) => [name, secretValue(properties[name])] as const);
  return { ...properties, ...Object.fromEntries(members), __secret: true };
}

// The form in which the engine takes a secret from a provider.
function secretValue(value: unknown): object {
  return { [markerKey]: secretSignature, value };
}

// Pulumi's `rpc.specialSecretSig`.
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** The id of a resource with these properties: the ARN, unless that is secret. */
export function idOf({ arn, __secret }: Properties): string {
  return __secret ? hiddenId(arn as string) : (arn as string);
}

/** The id of a resource whose room is secret. Ids never are, so it does not contain the ARN. */
export function hiddenId(arn: string): string {
  return `secret-${createHash("sha256").update(arn).digest("hex").slice(0, 32)}`;
}
