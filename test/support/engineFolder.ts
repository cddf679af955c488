import { mkdir, symlink } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** Links packages into the program's folder, because the dynamic provider server loads them from there. */
export async function linkPackages(workDir: string, withPackage: boolean): Promise<void> {
  const root = resolve(__dirname, "../..");
  const links = [["@pulumi/pulumi", join(root, "node_modules/@pulumi/pulumi")]];
  if (withPackage) links.push(["pulumi-ivschat", root]);
  for (const [name = "", target = ""] of links) {
    const link = join(workDir, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(target, link);
  }
}
