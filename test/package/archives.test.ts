import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extract, list } from "tar";
import { archiveName, useArchives } from "../support/archives";
import { PluginClient } from "../support/pluginClient";
import { arn, useLocalIvsChat } from "../support/service";

const platforms = ["linux", "darwin", "windows"].flatMap((os) =>
  ["amd64", "arm64"].map((arch) => [os, arch] as const),
);
const archives = useArchives();
const again = useArchives();

describe("the archives of the plugin", () => {
  test("exist for each platform that Pulumi supports, and for no other platform", () => {
    expect(readdirSync(archives.folder).sort()).toEqual(
      platforms.map((platform) => archiveName(...platform)).sort(),
    );
  });

  test.each(platforms)("have the same bytes in two builds: %s, %s", (os, arch) => {
    const bytesIn = ({ folder }: typeof archives) => readFileSync(join(folder, archiveName(os, arch)));
    expect(bytesIn(archives).equals(bytesIn(again))).toBe(true);
  });

  test.each(platforms)(
    "contain only the executable, the licenses and, for Windows, a Node.js package: %s, %s",
    (os, arch) => {
      const forWindows = {
        "PulumiPlugin.yaml": "644",
        "package.json": "644",
        "run-plugin/package.json": "644",
        "run-plugin/cmd/run-plugin/index.js": "644",
      };
      expect(modesOf(archiveName(os, arch))).toEqual({
        "pulumi-resource-ivschat": "755",
        LICENSE: "644",
        "THIRD-PARTY-LICENSES.txt": "644",
        ...(os === "windows" ? forWindows : {}),
      });
    },
  );
});

function modesOf(name: string): Record<string, string | undefined> {
  const modes: Record<string, string | undefined> = {};
  list({
    file: join(archives.folder, name),
    sync: true,
    onReadEntry: ({ path, mode }) => (modes[path] = mode?.toString(8)),
  });
  return modes;
}

describe("the plugin in the archive for Windows", () => {
  const lobby = arn("LobbyLobby12");
  useLocalIvsChat({ state: { rooms: [{ arn: lobby }] } });
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "ivschat-windows-"));
    await extract({ file: join(archives.folder, archiveName("windows", "amd64")), cwd: folder });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  // Pulumi's language host for Node.js installs and runs a plugin with these commands.
  test("can be installed by npm without a registry, and started with the command of Pulumi's language host for Node.js", async () => {
    const npm = spawnSync("npm", ["install", "--loglevel=error"], {
      cwd: folder,
      env: { ...process.env, npm_config_offline: "true", npm_config_cache: join(folder, "cache") },
      encoding: "utf8",
    });
    expect(npm).toMatchObject({ status: 0, stderr: "" });
    const located = spawnSync(
      process.execPath,
      ["-e", "console.log(require.resolve('@pulumi/pulumi/cmd/run-plugin'))"],
      { cwd: folder, encoding: "utf8" },
    );
    const args = [located.stdout.trim(), folder, "127.0.0.1:1"];
    const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"], env: process.env });
    const [line] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
    const client = PluginClient.at(Number(line));
    try {
      await client.configure({ region: "us-east-1" });
      expect((await client.invoke("getRoom", { identifier: lobby })).result).toMatchObject({ arn: lobby });
    } finally {
      client.close();
      child.kill("SIGKILL");
    }
  });
});
