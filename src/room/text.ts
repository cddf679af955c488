/**
 * Text as an error message holds it: one line of at most so many characters, without control characters, directional marks or anything
 * else that a terminal obeys or does not show. Of a long text no more than its beginning is looked at.
 */
export function oneLine(text: string, most = 500): string {
  const line = text
    .slice(0, 4 * most)
    .replace(/[\s\p{C}]+/gu, " ")
    .trim();
  if (line.length <= most) return line;
  return `${line.slice(0, most).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** JSON in which every character that a terminal obeys, or does not show, is written as its number. */
export function escaped(json: string): string {
  return json.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => hex(character.charCodeAt(index))).join(""),
  );
}

const hex = (unit: number) => `\\u${unit.toString(16).padStart(4, "0")}`;
