import { MalformedAnswer } from "./answer";

// Markers are strings and keys with a special meaning to Pulumi, which interprets a value with a marker as a secret, an unknown, or an
// asset (a file or URL to read). A response of the service can contain markers, for example in a room's name or tags. Therefore, tags that
// are markers are omitted from the result, and a response with any other marker is rejected.

/** The key that marks an object as a special value, such as a secret, an output, an asset, or a resource reference. */
export const markerKey = "4dabf18193072939515e22adb298388d";

/** The value of `markerKey` in a secret: Pulumi's `rpc.specialSecretSig`. */
export const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** Encodes a value as a secret, in the form that the engine expects from a provider. */
export function secretValue(value: unknown): object {
  return { [markerKey]: secretSignature, value };
}

/** The string that represents an unknown value: Pulumi's `runtime.unknownValue`. */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The strings that represent unknown values. The engine has one for each type: string, boolean, number, array, object, asset, archive. */
export const unknownStrings: ReadonlySet<string> = new Set([
  unknownValue,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
]);

/** Returns the path of the first marker in a value, or undefined if there is none. */
function markerIn(value: unknown, path: string, depth = 0): string | undefined {
  if (typeof value === "string") return unknownStrings.has(value) ? path : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  // Deeply nested values would overflow the stack in Pulumi's recursive serialization, so they are rejected like markers.
  if (depth === deepest) return path;
  for (const [key, member] of Object.entries(value)) {
    const memberPath = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
    const found = isMarkerKey(key, member) ? memberPath : markerIn(member, memberPath, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Returns the result unchanged. Throws MalformedAnswer if the result contains a marker. */
export function plainData<Result extends object>(result: Result): Result {
  for (const [name, value] of Object.entries(result)) {
    const member = markerIn(value, name);
    if (member === undefined) continue;
    throw new MalformedAnswer(
      member,
      value,
      "a value without Pulumi's internal markers (of an unknown, an asset, a secret)",
    );
  }
  return result;
}

export function isMarkerTag(key: string, value: string): boolean {
  return isMarkerKey(key, value) || unknownStrings.has(value);
}

// Pulumi's Node.js SDK recognizes outputs, assets, and resources by members such as `__pulumiAsset: true`, so these are markers too.
function isMarkerKey(key: string, value: unknown): boolean {
  return key === markerKey || (key.startsWith("__pulumi") && value === true);
}

const deepest = 20;
