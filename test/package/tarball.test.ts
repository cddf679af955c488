import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

interface Packed {
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** What `npm publish` would publish, of the build that is there. */
function packed(): Packed["files"] {
  const { stdout } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
  });
  const [tarball] = JSON.parse(stdout) as Packed[];
  return tarball?.files ?? [];
}

describe("the tarball", () => {
  const files = packed();
  const text = (path: string) => readFileSync(join(root, path), "utf8");

  test("has a script and declarations for each source file, and the papers", () => {
    const sources = spawnSync("git", ["ls-files", "src"], { cwd: root, encoding: "utf8" }).stdout.trim();
    const built = sources
      .split("\n")
      .map((path) => path.replace("src/", "dist/").replace(/\.ts$/, ""))
      .flatMap((path) => [`${path}.d.ts`, `${path}.js`, `${path}.js.map`]);
    const papers = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];
    expect(files.map(({ path }) => path).sort()).toEqual([...papers, ...built].sort());
  });

  test("refers to nothing that is for development", () => {
    const scripts = files.filter(({ path }) => path.startsWith("dist/"));
    expect(scripts.length).toBeGreaterThan(20);
    const told = scripts.filter(({ path }) =>
      /fastify|local ?ivs ?chat|\btests?\/|\bjest\b/i.test(text(path)),
    );
    expect(told.map(({ path }) => path)).toEqual([]);
  });
});
