import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A picture of the documents must be what was drawn just now. With UPDATE_README=1 it is written instead. */
export function expectPicture(name: string, drawn: string): void {
  const file = join(__dirname, "..", "..", "docs", name);
  if (process.env.UPDATE_README) writeFileSync(file, drawn);
  expect(drawn).toBe(readFileSync(file, "utf8"));
}
