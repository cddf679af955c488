import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { pages, read, root } from "./documents";

const documents = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...pages,
  ...(readdirSync(join(root, "examples"), { recursive: true }) as string[])
    .filter((file) => /(^|\/)README\.md$/.test(file) && !file.includes("node_modules"))
    .map((file) => join("examples", file)),
];

test.each(documents)("every relative link and anchor of %s exists", (file) => {
  expect(linksOf(read(file)).filter((link) => !leadsSomewhere(file, link))).toEqual([]);
});

test("the link check reports links to missing files and missing anchors", () => {
  const links = linksOf(`
[a](README.md) [b](docs/nothing.md) [c](#install) [d](#nothing) ![e](docs/nothing.svg)
[f](docs/configuration.md#aws-configuration) [g](docs/configuration.md#nothing) [h](https://example.com/nothing)
\`[i](nothing.md)\`
`);
  expect(links).toHaveLength(7);
  expect(links.filter((link) => !leadsSomewhere("README.md", link))).toEqual([
    "docs/nothing.md",
    "#nothing",
    "docs/nothing.svg",
    "docs/configuration.md#nothing",
  ]);
});

// Links into the repository do not work on npm's page, because package.json has no repository yet.
test("links in published documents lead to published files, the examples or CONTRIBUTING.md", () => {
  const { stdout } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
  });
  const [tarball] = JSON.parse(stdout) as { files: { path: string }[] }[];
  const published = (tarball?.files ?? []).map(({ path }) => path);
  const targets = published
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) => linksOf(read(file)).map((link) => fileOf(file, link)));
  expect(targets.length).toBeGreaterThan(20);
  const missing = targets.filter((file) => !published.includes(file) && !file.startsWith("examples/"));
  expect([...new Set(missing)]).toEqual(["CONTRIBUTING.md"]);
});

/** Returns the relative targets of a document's links and pictures. */
function linksOf(text: string): string[] {
  const links = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  return links.filter((target) => !/^[a-z]+:/.test(target));
}

function fileOf(from: string, link: string): string {
  const [path = ""] = link.split("#");
  return path === "" ? from : normalize(join(dirname(from), path));
}

function leadsSomewhere(from: string, link: string): boolean {
  const file = fileOf(from, link);
  const [, anchor] = link.split("#");
  if (!existsSync(join(root, file))) return false;
  return anchor === undefined || anchorsOf(read(file)).includes(anchor);
}

// GitHub's rules for the anchors of headings.
function anchorsOf(text: string): string[] {
  const headings = text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/^#+ (.*)$/gm);
  return [...headings].map(([, heading = ""]) =>
    heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, "")
      .replaceAll(" ", "-"),
  );
}

const withoutCode = (text: string) => text.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`\n]*`/g, "");
