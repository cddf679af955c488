import { MalformedAnswer } from "./answer";

/**
 * The key that makes an object one of Pulumi's own values: a secret, an asset whose `uri` or `path` the engine opens, a reference to a
 * resource. It is a legal tag key.
 */
export const markerKey = "4dabf18193072939515e22adb298388d";

/** How the engine writes a value that is not known yet: Pulumi's `runtime.unknownValue`. It is a legal name and tag value. */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** All strings that the engine takes for an unknown: of a string, boolean, number, array, object, asset, archive. */
export const unknownTexts: ReadonlySet<string> = new Set([
  unknownValue,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
]);

/** The path of what Pulumi would take for a value of its own in a plain value; undefined where there is none. */
export function markerIn(value: unknown, path: string, depth = 0): string | undefined {
  if (typeof value === "string") return unknownTexts.has(value) ? path : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  // Pulumi goes through values by recursion: a deeper one overflows its stack.
  if (depth === deepest) return path;
  for (const [key, member] of Object.entries(value)) {
    const at = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
    const found = isMarkerKey(key, member) ? at : markerIn(member, at, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The result; throws MalformedAnswer where Pulumi would take a member for a value of its own. */
export function plainData<Result extends object>(result: Result): Result {
  for (const [name, value] of Object.entries(result)) {
    const member = markerIn(value, name);
    if (member === undefined) continue;
    throw new MalformedAnswer(
      member,
      value,
      "data that Pulumi does not take for a value of its own (an unknown, an asset, a secret)",
    );
  }
  return result;
}

/** Whether Pulumi would take a tag for one of its markers. */
export function isMarkerTag(key: string, value: string): boolean {
  return isMarkerKey(key, value) || unknownTexts.has(value);
}

// In a program, Pulumi recognizes outputs, assets and resources by members like `__pulumiAsset: true`.
function isMarkerKey(key: string, value: unknown): boolean {
  return key === markerKey || (key.startsWith("__pulumi") && value === true);
}

const deepest = 20;
