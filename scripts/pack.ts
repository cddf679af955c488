import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./run";

/** Builds the package, packs it into a folder, and returns the path of the tarball. */
export async function pack(folder: string): Promise<string> {
  await run("npm", ["pack", "--pack-destination", folder]);
  const tarball = (await readdir(folder)).find((file) => file.endsWith(".tgz")) ?? "";
  return join(folder, tarball);
}
