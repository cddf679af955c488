/**
 * Text for an error message: one line of at most `most` characters, without control characters, directional marks or anything else that
 * a terminal obeys or does not show.
 */
export function oneLine(text: string, most = 500): string {
  const line = text
    .slice(0, 4 * most)
    .replace(/[\s\p{C}]+/gu, " ")
    .trim();
  if (line.length <= most) return line;
  return `${line.slice(0, most).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** A value for an error message: as JSON, cut where it is long, with nothing in it that a terminal obeys. */
export function printed(value: unknown): string {
  const text = value === undefined ? "undefined" : typeof value === "bigint" ? `${value}n` : stringify(value);
  return text.length > longestValue ? `${escaped(text.slice(0, longestValue))}…` : escaped(text);
}

const longestValue = 200;

function escaped(json: string): string {
  return json.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => hex(character.charCodeAt(index))).join(""),
  );
}

const hex = (unit: number) => `\\u${unit.toString(16).padStart(4, "0")}`;

function stringify(value: unknown): string {
  if (typeof value === "function" || typeof value === "symbol") return String(value);
  try {
    // An object's own toJSON may give anything, or nothing.
    const json: unknown = JSON.stringify(value);
    return typeof json === "string" ? json : Object.prototype.toString.call(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
