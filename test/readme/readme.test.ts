import { readFileSync } from "node:fs";
import { join } from "node:path";
import { settingKeys } from "../../src/aws/settings";
import { troubleshooting } from "../faults/troubleshooting";

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

  test("has the table of what a failed read says, as the faults are held to it", () => {
    expect(read("README.md")).toContain(`\n${troubleshooting()}\n`);
  });

  test("says of every key of aws: configuration what it does", () => {
    const rows = read("README.md")
      .split("\n")
      .filter((line) => line.startsWith("| `"));
    const told = rows.flatMap((row) =>
      [...(row.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map(([, key]) => key),
    );
    const keys = new Set<string>([
      ...settingKeys,
      ...providerKeys("@pulumi/aws"),
      ...providerKeys("@pulumi/aws-v6"),
    ]);
    expect(keys.size).toBeGreaterThan(30);
    expect([...keys].filter((key) => !told.includes(key))).toEqual([]);
  });
});

/** The arguments of an aws.Provider, as its declarations name them. */
function providerKeys(packageName: string): string[] {
  const declarations = read(`node_modules/${packageName}/provider.d.ts`);
  const [, args = ""] = declarations.split("interface ProviderArgs");
  return [...args.matchAll(/^ {4}(\w+)\?:/gm)].map(([, key = ""]) => key);
}
