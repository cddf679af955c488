/**
 * Sanitizes a string for an error message. Returns one line of at most `maximumLength` characters, without characters that a terminal
 * interprets or hides, such as control characters and directional marks.
 */
export function oneLine(text: string, maximumLength = 500): string {
  const line = text
    .slice(0, 4 * maximumLength)
    .replace(/[\s\p{C}]+/gu, " ")
    .trim();
  if (line.length <= maximumLength) return line;
  return `${line.slice(0, maximumLength).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** Formats a value for an error message, as JSON. Escapes control characters, and truncates long values. */
export function printed(value: unknown): string {
  const json = stringify(value);
  return json.length > longestValue ? `${escaped(json.slice(0, longestValue))}…` : escaped(json);
}

const longestValue = 200;

function escaped(json: string): string {
  return json.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => hex(character.charCodeAt(index))).join(""),
  );
}

const hex = (unit: number) => `\\u${unit.toString(16).padStart(4, "0")}`;

function stringify(value: unknown): string {
  if (value === undefined) return "undefined";
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function" || typeof value === "symbol") return String(value);
  try {
    // JSON.stringify returns undefined if a custom `toJSON` does.
    const json: unknown = JSON.stringify(value);
    return typeof json === "string" ? json : Object.prototype.toString.call(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
