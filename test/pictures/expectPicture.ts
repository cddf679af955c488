import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Compares a picture of the documents with a new one. With UPDATE_README=1, writes it instead. */
export function expectPicture(name: string, drawn: string): void {
  const file = join(__dirname, "..", "..", "docs", name);
  if (process.env.UPDATE_README) writeFileSync(file, drawn);
  expect(drawn).toBe(readFileSync(file, "utf8"));
}
