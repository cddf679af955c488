import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Checks that a picture in docs/ is up to date. With UPDATE_README=1, updates the picture instead. */
export function expectPicture(name: string, drawn: string): void {
  const file = join(__dirname, "..", "..", "docs", name);
  if (process.env.UPDATE_README) writeFileSync(file, drawn);
  expect(drawn).toBe(readFileSync(file, "utf8"));
}
