import { createHash } from "node:crypto";
import { secretValue } from "../room/markers";
import { propertyNames, type Properties, type RecordedProperties } from "./properties";

export function secretProperties(properties: RecordedProperties): Properties {
  const members = propertyNames.map((name) => [name, secretValue(properties[name])] as const);
  return { ...properties, ...Object.fromEntries(members), __secret: true };
}

/** Returns the resource ID: the room's ARN, or a hash of it if the room is secret. */
export function idOf({ arn, __secret }: Properties): string {
  return __secret ? hiddenId(arn as string) : (arn as string);
}

/** Returns the resource ID of a secret room: a hash of the ARN, because Pulumi stores resource IDs in plain text. */
export function hiddenId(arn: string): string {
  return `secret-${createHash("sha256").update(arn).digest("hex").slice(0, 32)}`;
}
