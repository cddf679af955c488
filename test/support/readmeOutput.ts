import { readFileSync, writeFileSync } from "node:fs";

/**
 * Checks that the output below the marker `<!-- output: NAME -->` in a README is the output of the engine. With UPDATE_README=1, updates the
 * README instead.
 */
export function expectReadmeOutput(file: string, name: string, output: string): void {
  const text = readFileSync(file, "utf8");
  const block = new RegExp(`(<!-- output: ${name} -->\n\n\`\`\`\n)([\\s\\S]*?)(\n\`\`\`)`);
  const shown = block.exec(text)?.[2];
  if (shown === undefined) throw new Error(`${file} has no output ${name}`);
  const real = normalised(output);
  if (process.env.UPDATE_README) {
    writeFileSync(
      file,
      text.replace(block, (_all, before: string, _old, after: string) => before + real + after),
    );
    return;
  }
  expect(shown).toBe(real);
}

/** Removes times, IDs of providers, progress dots, and trailing whitespace, which differ between runs. */
export function normalised(output: string): string {
  return output
    .replace(/^@ (previewing|updating|refreshing|destroying).*\n/gm, "")
    .replace(/\(\d+(\.\d+)?s\)/g, "(0s)")
    .replace(/Duration: \S+/g, "Duration: 1s")
    .replace(/"20\d\d-[\dT:.-]+Z"/g, (time) =>
      time.startsWith('"2026-03') ? time : '"2026-11-02T10:15:00.000Z"',
    )
    .replace(/(::default_[\d_]+::)[\da-f-]{36}/g, "$116d583f1-f6e5-49d9-977c-13a42052bb7a")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
