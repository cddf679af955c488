import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

describe("the README", () => {
  test("shows the program and the test of it that are run here", () => {
    const readme = read("README.md");
    expect(readme).toContain(`\`\`\`ts\n// program.ts\n${read("test/readme/program.ts").trim()}\n\`\`\``);
    expect(readme).toContain(
      `\`\`\`ts\n// program.test.ts\n${read("test/readme/testingYourProgram.test.ts").trim()}\n\`\`\``,
    );
  });
});
