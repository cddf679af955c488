import { build, transform } from "esbuild";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

// The first lines of the executable, which are valid in both a shell and JavaScript. The flag saves memory: by default, V8 uses up to 32 MB
// for new objects, and the plugin needs much less.
const start = `#!/bin/sh
":" //; exec node --max-semi-space-size=2 "$0" "$@"`;

/** Bundles the provider plugin into one executable file of a folder, and writes the licenses of the bundled packages next to it. */
export async function bundlePlugin(folder = join(root, "plugin")) {
  const executable = join(folder, "pulumi-resource-ivschat");
  const { metafile, outputFiles } = await build({
    entryPoints: [join(root, "src/plugin/main.ts")],
    outfile: executable,
    write: false,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    // The code recognizes errors by their class names.
    keepNames: true,
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
    absWorkingDir: root,
  });
  // Minifies the code in a separate step: `build` with `minify` wraps modules in functions that V8 compiles at startup even if they are
  // never called, which takes 14 MB of memory.
  const { code } = await transform(outputFiles[0].text, {
    minify: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    banner: start,
  });
  writeFileSync(executable, code);
  chmodSync(executable, 0o755);
  writeFileSync(join(folder, "THIRD-PARTY-LICENSES.txt"), licences(Object.keys(metafile.inputs)));
}

/** Returns the licenses of the bundled packages. Packages with the same license text share a section. */
function licences(files) {
  const sections = new Map();
  const folders = new Set(files.filter((file) => file.includes("node_modules/")).map(packageFolder));
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const file = ["LICENSE", "LICENSE.md", "LICENSE.txt"].find((each) =>
      existsSync(join(root, folder, each)),
    );
    const text = file === undefined ? "" : readFileSync(join(root, folder, file), "utf8").trim();
    sections.set(text, [...(sections.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  return [...sections]
    .map(([text, packages]) => `${[...new Set(packages)].sort().join("\n")}\n\n${text}\n`)
    .sort()
    .join(`\n${"-".repeat(80)}\n\n`);
}

function packageFolder(file) {
  let folder = dirname(file);
  while (!/node_modules\/(@[^/]+\/)?[^/]+$/.test(folder)) folder = dirname(folder);
  return folder;
}
