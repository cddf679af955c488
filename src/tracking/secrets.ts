import { createHash } from "node:crypto";
import { secretValue } from "../room/markers";
import { propertyNames, type Properties, type RecordedProperties } from "./properties";

export function secretProperties(properties: RecordedProperties): Properties {
  const members = propertyNames.map((name) => [name, secretValue(properties[name])] as const);
  return { ...properties, ...Object.fromEntries(members), __secret: true };
}

/** The ID of the resource: the ARN, unless it is secret. */
export function idOf({ arn, __secret }: Properties): string {
  return __secret ? hiddenId(arn as string) : (arn as string);
}

/** The ID of the resource of a secret room. IDs are stored in plain text, so it is a hash of the ARN. */
export function hiddenId(arn: string): string {
  return `secret-${createHash("sha256").update(arn).digest("hex").slice(0, 32)}`;
}
