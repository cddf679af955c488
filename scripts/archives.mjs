// Bundles the provider plugin, and packs it into one archive per platform, for `pulumi plugin install`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeArchive } from "./archives/write.mjs";
import { bundlePlugin } from "./bundlePlugin.mjs";

const usage =
  "usage: node scripts/archives.mjs [FOLDER]\n  FOLDER  where the archives go, by default release/";

const [target = fileURLToPath(new URL("../release", import.meta.url)), ...others] = process.argv.slice(2);
if (target.startsWith("-") || others.length > 0) {
  console.error(usage);
  process.exit(1);
}
const bundle = await mkdtemp(join(tmpdir(), "ivschat-archives-"));
try {
  await bundlePlugin(bundle);
  for (const os of ["linux", "darwin", "windows"])
    for (const arch of ["amd64", "arm64"]) console.log(await writeArchive(resolve(target), bundle, os, arch));
} finally {
  await rm(bundle, { recursive: true });
}
