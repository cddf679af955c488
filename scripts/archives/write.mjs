import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { create } from "tar";

const root = fileURLToPath(new URL("../..", import.meta.url));
const windows = fileURLToPath(new URL("windows", import.meta.url));

// The modification time of every file. Constant, so that two builds of the same source produce identical archives.
const mtime = new Date("2000-01-01T00:00:00Z");

/**
 * Writes the archive for a platform into a folder, and returns the path. The file has the name that Pulumi requests from a plugin server.
 * All platforms get the same code, because the plugin is JavaScript.
 */
export async function writeArchive(folder, bundle, os, arch) {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const file = join(folder, `pulumi-resource-ivschat-v${version}-${os}-${arch}.tar.gz`);
  const staging = await mkdtemp(join(tmpdir(), "ivschat-archive-"));
  try {
    const entries = os === "windows" ? [...common, ...forWindows] : common;
    for (const [source, from] of entries) await cp(join(from ?? bundle, source), join(staging, source));
    await mkdir(folder, { recursive: true });
    const files = entries.map(([source]) => source);
    await create({ file, cwd: staging, gzip: { level: 9 }, portable: true, mtime }, files);
  } finally {
    await rm(staging, { recursive: true });
  }
  return file;
}

const common = [["pulumi-resource-ivschat"], ["LICENSE", root], ["THIRD-PARTY-LICENSES.txt"]];

// On Unix, the plugin is an executable that requires only Node.js. On Windows, Pulumi starts a downloaded plugin only if it is an .exe
// file, or if PulumiPlugin.yaml names a runtime. For the runtime `nodejs`, Pulumi runs `npm install`, which links `run-plugin`. Then the
// language host, which is part of the Pulumi CLI, uses `run-plugin` to run `main` of package.json. The tests simulate these steps on Unix.
// The archives have not been tested on Windows.
const forWindows = [
  ["PulumiPlugin.yaml", join(root, "plugin")],
  ["package.json", windows],
  ["run-plugin/package.json", windows],
  ["run-plugin/cmd/run-plugin/index.js", windows],
];
