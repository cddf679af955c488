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

  test("has the scripts with their maps, a file of declarations for each path, and the papers", () => {
    const scripts = ["index", "provider", "reading", "rolldown-runtime"].map((name) => `dist/${name}.js`);
    const maps = scripts.map((path) => `${path}.map`);
    const declarations = ["dist/index.d.ts", "dist/provider.d.ts"];
    const docs = ["caveats.md", "comparison.md", "configuration.md", "testing.md", "troubleshooting.md"];
    const pictures = ["drift.svg", "seconds-by-rooms.svg"];
    const documents = [...docs, ...pictures].map((name) => `docs/${name}`);
    const papers = ["CHANGELOG.md", "LICENSE", "README.md", "SECURITY.md", "package.json", ...documents];
    expect(files.map(({ path }) => path).sort()).toEqual(
      [...scripts, ...maps, ...declarations, ...papers].sort(),
    );
  });

  test("is small: less than 90 kB of scripts, and 180 kB with declarations and papers, without maps", () => {
    const bytes = (chosen: typeof files) => chosen.reduce((sum, { size }) => sum + size, 0);
    expect(bytes(files.filter(({ path }) => path.endsWith(".js")))).toBeLessThan(90_000);
    expect(bytes(files.filter(({ path }) => !/\.map$|^docs\//.test(path)))).toBeLessThan(180_000);
  });

  test("refers to nothing that is for development", () => {
    const built = files.filter(({ path }) => path.startsWith("dist/"));
    expect(built.length).toBeGreaterThan(5);
    const told = built.filter(({ path }) => /fastify|local ?ivs ?chat|\btests?\/|\bjest\b/i.test(text(path)));
    expect(told.map(({ path }) => path)).toEqual([]);
  });
});
