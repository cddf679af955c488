import { MalformedAnswer, objectFrom } from "./answer";
import { printed } from "./text";
import { isMarkerTag } from "./markers";

/** Reads all tags of a response, including those that are markers (see markers.ts). */
export function allTagsFrom(value: unknown): Record<string, string> {
  if (value == null) return {};
  // An assignment to the key `__proto__` would lose the tag. Object.fromEntries keeps it.
  return Object.fromEntries(
    Object.entries(objectFrom("tags", value)).map(([key, tag]) => {
      if (typeof tag !== "string") throw new MalformedAnswer(`tags[${printed(key)}]`, tag, "a string");
      return [key, tag];
    }),
  );
}

export function withoutMarkers(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).filter(([key, value]) => !isMarkerTag(key, value)));
}

/** Returns the keys of the tags that are markers. The room or logging configuration that this package returns omits these tags. */
export function keysLeftOut(answer: unknown): string[] {
  const { tags } = objectFrom("the answer", answer);
  return Object.entries(allTagsFrom(tags))
    .filter(([key, value]) => isMarkerTag(key, value))
    .map(([key]) => key);
}
