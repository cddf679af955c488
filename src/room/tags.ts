import { MalformedAnswer, objectFrom } from "./answer";
import { printed } from "./text";
import { isMarkerTag } from "./markers";

/** All tags of an answer, including those with markers (see markers.ts). */
export function allTagsFrom(value: unknown): Record<string, string> {
  if (value == null) return {};
  // Object.fromEntries also keeps a tag with the key `__proto__`, which an assignment would lose.
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

/** The keys of the tags in an answer that its result leaves out. */
export function keysLeftOut(answer: unknown): string[] {
  const { tags } = objectFrom("the answer", answer);
  return Object.entries(allTagsFrom(tags))
    .filter(([key, value]) => isMarkerTag(key, value))
    .map(([key]) => key);
}
