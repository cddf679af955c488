// Generates plugin/schema.json from the types in src: `npm run schema`. With `--check`, fails if the file is out of date.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as prettier from "prettier";
import { root } from "./run";
import { packageSchema } from "./schema/package";

const file = join(root, "plugin/schema.json");

async function main(): Promise<void> {
  const text = await prettier.format(JSON.stringify(packageSchema()), { parser: "json" });
  if (!process.argv.includes("--check")) {
    writeFileSync(file, text);
  } else if (readFileSync(file, "utf8") !== text) {
    console.error("plugin/schema.json is not what the types of src give: run `npm run schema`");
    process.exitCode = 1;
  }
}

void main();
