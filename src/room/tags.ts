import { MalformedAnswer, objectFrom } from "./answer";
import { printed } from "./text";
import { isMarkerTag } from "./markers";

/** The tags of an answer, all of them. */
export function allTagsFrom(value: unknown): Record<string, string> {
  if (value == null) return {};
  // With fromEntries, a tag with the key `__proto__` becomes a property too.
  return Object.fromEntries(
    Object.entries(objectFrom("tags", value)).map(([key, tag]) => {
      if (typeof tag !== "string") throw new MalformedAnswer(`tags[${printed(key)}]`, tag, "a string");
      return [key, tag];
    }),
  );
}

/** The tags that a result holds: without those that Pulumi would take for a value of its own. */
export function withoutMarkers(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).filter(([key, value]) => !isMarkerTag(key, value)));
}

/** The keys of an answer's tags that its result leaves out. */
export function keysLeftOut(answer: unknown): string[] {
  const { tags } = objectFrom("the answer", answer);
  return Object.entries(allTagsFrom(tags))
    .filter(([key, value]) => isMarkerTag(key, value))
    .map(([key]) => key);
}
