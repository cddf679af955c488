/**
 * The key that makes an object one of Pulumi's own: a secret, an asset whose `uri` or `path` the engine opens, a reference to a resource.
 * It is a legal tag key.
 */
export const markerKey = "4dabf18193072939515e22adb298388d";

/**
 * Texts that the engine takes for a value that is not known yet, each of a type: string, boolean, number, array, object, asset, archive.
 * They are legal names and tag values.
 */
export const unknownTexts: ReadonlySet<string> = new Set([
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
]);

/** Where a plain value (of JSON) holds something that Pulumi would take for one of its own; undefined where it is data alone. */
export function markerIn(value: unknown, path: string, depth = 0): string | undefined {
  if (typeof value === "string") return unknownTexts.has(value) ? path : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  // Pulumi goes through values by recursion, and ends with the stack.
  if (depth === deepest) return path;
  for (const [key, member] of Object.entries(value)) {
    const at = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
    const found = isMarkerKey(key, member) ? at : markerIn(member, at, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a tag would be one of Pulumi's markers, and not what the room has. */
export function isMarkerTag(key: string, value: string): boolean {
  return isMarkerKey(key, value) || unknownTexts.has(value);
}

// In a program, Pulumi knows its outputs, assets and resources by members like `__pulumiAsset: true`.
function isMarkerKey(key: string, value: unknown): boolean {
  return key === markerKey || (key.startsWith("__pulumi") && value === true);
}

const deepest = 20;
