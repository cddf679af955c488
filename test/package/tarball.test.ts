import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

interface Packed {
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

/** Returns the files that `npm publish` would publish, without a new build. */
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

  test("contains JavaScript and declarations for each module of src, the plugin and the documents, and nothing else", () => {
    const modules = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.startsWith("plugin"))
      .map((file) => `dist/${file.slice(0, -".ts".length)}`);
    expect(modules).toEqual(expect.arrayContaining(["dist/index", "dist/provider"]));
    const docs = ["caveats", "comparison", "configuration", "languages", "testing", "troubleshooting"].map(
      (name) => `${name}.md`,
    );
    const pictures = ["drift.svg", "seconds-by-rooms.svg"];
    const documents = [...docs, ...pictures].map((name) => `docs/${name}`);
    const papers = ["CHANGELOG.md", "LICENSE", "README.md", "SECURITY.md", "package.json", ...documents];
    const plugin = [
      "PulumiPlugin.yaml",
      "THIRD-PARTY-LICENSES.txt",
      "package.json",
      "pulumi-resource-ivschat",
      "schema.json",
    ].map((file) => `plugin/${file}`);
    expect(files.map(({ path }) => path).sort()).toEqual(
      [...modules.flatMap((name) => [`${name}.js`, `${name}.d.ts`]), ...plugin, ...papers].sort(),
    );
  });

  test("contains an executable plugin and the licenses of the packages that are bundled with the plugin", () => {
    const executable = files.find(({ path }) => path === "plugin/pulumi-resource-ivschat");
    expect((executable?.mode ?? 0) & 0o111).toBe(0o111);
    expect(text("plugin/pulumi-resource-ivschat")).toMatch(/^#!\/bin\/sh\n":" \/\/; exec node /);
    const licences = text("plugin/THIRD-PARTY-LICENSES.txt");
    for (const name of ["@aws-sdk/client-ivschat", "@grpc/grpc-js", "google-protobuf"])
      expect(licences).toContain(`${name} `);
  });

  test("does not mention the tests or development packages in dist", () => {
    const built = files.filter(({ path }) => path.startsWith("dist/"));
    expect(built.length).toBeGreaterThan(5);
    const told = built.filter(({ path }) => /fastify|local ?ivs ?chat|\btests?\/|\bjest\b/i.test(text(path)));
    expect(told.map(({ path }) => path)).toEqual([]);
  });
});
