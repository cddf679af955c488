// Checks whether the package in the current folder is ready to be released: `npm run check:release [-- TAG]`.
// Uses no dependencies, because the release workflow runs this script before `npm install`.
import { readFileSync } from "node:fs";

const { version, repository } = JSON.parse(readFileSync("package.json", "utf8"));
const [, section = ""] = /^## (.*)$/m.exec(readFileSync("CHANGELOG.md", "utf8")) ?? [];
const [tag] = process.argv.slice(2);

const problems = [];
if (!repository)
  problems.push(
    "package.json has no `repository`: provenance needs the address that the package is built from",
  );
if (!section.startsWith(`${version} - `) || !/ - \d{4}-\d\d-\d\d$/.test(section))
  problems.push(
    `the first section of CHANGELOG.md is "${section}": it must be "${version} - YYYY-MM-DD", with the version of package.json`,
  );
if (tag !== undefined && tag !== `v${version}`)
  problems.push(`the tag is ${tag}, and the version in package.json is ${version}`);

for (const problem of problems) console.error(`check:release: ${problem}`);
if (problems.length > 0) process.exitCode = 1;
