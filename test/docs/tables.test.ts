import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runSettingKeys } from "../../src/reading/run";
import { settingKeys } from "../../src/aws/settings";
import * as errors from "../../src/errors";
import { troubleshooting } from "../faults/troubleshooting";
import { read, root, rowsBelow } from "./documents";

/** Returns the names in the first column of a table. */
const documented = (file: string, heading: string) =>
  rowsBelow(file, heading).flatMap(([first = ""]) =>
    [...first.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name),
  );

test("docs/troubleshooting.md contains the messages that the fault tests check", () => {
  const file = "docs/troubleshooting.md";
  const table = /(?<=<!-- table: messages -->\n\n)(\|.*\n)*/;
  if (process.env.UPDATE_README)
    writeFileSync(
      join(root, file),
      read(file).replace(table, () => `${troubleshooting()}\n`),
    );
  expect(table.exec(read(file))?.[0]).toBe(`${troubleshooting()}\n`);
});

test("docs/troubleshooting.md lists every error class", () => {
  const classes = Object.values(errors).map(({ className }) => className);
  expect(documented("docs/troubleshooting.md", "## Error classes").sort()).toEqual(classes.sort());
});

test("README.md names every error class", () => {
  const [, below = ""] = read("README.md").split("\n## Errors\n");
  const names = [...below.matchAll(/`(\w+Error)`/g)].map(([, name]) => name);
  expect([...new Set(names)].sort()).toEqual(Object.keys(errors).sort());
});

test("docs/configuration.md describes every key of aws: configuration and every argument of an aws.Provider", () => {
  const keys = new Set<string>([
    ...settingKeys,
    ...providerKeys("@pulumi/aws"),
    ...providerKeys("@pulumi/aws-v6"),
  ]);
  expect(keys.size).toBeGreaterThan(30);
  expect(documented("docs/configuration.md", "## `aws:` configuration").sort()).toEqual([...keys].sort());
});

test("docs/configuration.md describes every key of ivschat: configuration", () => {
  expect(documented("docs/configuration.md", "## `ivschat:` configuration")).toEqual([...runSettingKeys]);
});

test("docs/testing.md shows the program and the test that are in test/docs", () => {
  const text = read("docs/testing.md");
  for (const [shown, file] of [
    ["program.ts", "program.ts"],
    ["program.test.ts", "testingYourProgram.test.ts"],
  ] as const)
    expect(text).toContain(`\`\`\`ts\n// ${shown}\n${read(`test/docs/${file}`).trim()}\n\`\`\``);
});

test("the README's commands for a clone of the repository are steps of .ci/run", () => {
  const [, below = ""] = read("README.md").split("\n## Try it without an AWS account\n");
  const [, commands = ""] = /```bash\n([\s\S]*?)\n```/.exec(below) ?? [];
  expect(commands.split("\n")).toEqual(["npm run demo", "npm test"]);
  const steps = read(".ci/run").split("\n");
  for (const command of commands.split("\n")) expect(steps).toContain(`step ${command}`);
});

test("the README is smaller than 12 kB", () => {
  expect(Buffer.byteLength(read("README.md"))).toBeLessThan(12_000);
});

/** Returns the arguments of an aws.Provider from its declarations. */
function providerKeys(packageName: string): string[] {
  const declarations = read(`node_modules/${packageName}/provider.d.ts`);
  const [, args = ""] = declarations.split("interface ProviderArgs");
  return [...args.matchAll(/^ {4}(\w+)\?:/gm)].map(([, key = ""]) => key);
}
