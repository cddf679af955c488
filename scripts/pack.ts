import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./run";

/** Packs the package, freshly built, into a folder and gives the tarball's path. */
export async function pack(folder: string): Promise<string> {
  await run("npm", ["pack", "--pack-destination", folder]);
  const tarball = (await readdir(folder)).find((file) => file.endsWith(".tgz")) ?? "";
  return join(folder, tarball);
}
