import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(__dirname, "..", "..");

export const read = (file: string) => readFileSync(join(root, file), "utf8");

/** The paths of the pages in docs/, relative to the root of the repository. */
export const pages = readdirSync(join(root, "docs"))
  .filter((file) => file.endsWith(".md"))
  .map((file) => `docs/${file}`);

/** Returns the cells of each row of the first table below a heading, without the header. */
export function rowsBelow(file: string, heading: string): string[][] {
  const [, below = ""] = read(file).split(`\n${heading}\n`);
  const [table = ""] = /(^\|.*\n)+/m.exec(below) ?? [];
  const [, , ...rows] = table.trim().split("\n");
  // A pipe in a cell is escaped with a backslash.
  return rows.map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
