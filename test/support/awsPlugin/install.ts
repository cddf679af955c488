import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const server = join(__dirname, "server.cjs");

/** Installs the fake AWS plugin into a Pulumi home, with the version that this copy of @pulumi/aws requires. */
export async function installAwsPlugin(home: string, awsPackage: string): Promise<void> {
  const { version } = JSON.parse(await readFile(join(awsPackage, "package.json"), "utf8")) as {
    version: string;
  };
  const folder = join(home, "plugins", `resource-aws-v${version}`);
  await mkdir(folder, { recursive: true });
  const pulumi = join(require.resolve("@pulumi/pulumi/package.json"), "..");
  const file = join(folder, "pulumi-resource-aws");
  await writeFile(file, `#!/bin/sh\nexec node '${server}' '${pulumi}' '${version}' "$@"\n`);
  await chmod(file, 0o755);
}
