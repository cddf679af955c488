import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PluginClient } from "../../test/support/pluginClient";
import { root } from "../run";
import type { Cell } from "./cells";
import { identifier } from "./checks";

/** A version of Node.js to test with the bundled plugin, without Pulumi and packages. */
export interface PluginCell {
  readonly name: string;
  readonly node: Cell["node"];
}

export const plugins: readonly PluginCell[] = ([20, 22, 24] as const).map((node) => ({
  name: `the plugin on Node.js ${node}`,
  node,
}));

/**
 * Copies the bundled plugin into an empty folder, executes the copy as the engine would, and checks that the plugin reads a room.
 *
 * @param node the folder of Node.js, and the only folder on PATH
 * @param env the environment variables in addition to PATH
 */
export async function checkPlugin(node: string, env: Readonly<Record<string, string>>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "ivschat-matrix-"));
  const file = join(folder, "pulumi-resource-ivschat");
  await copyFile(join(root, "plugin", "pulumi-resource-ivschat"), file);
  const child = spawn(file, { cwd: folder, env: { PATH: node, ...env } });
  try {
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
    const ended = once(child, "close");
    const [line] = (await Promise.race([once(child.stdout, "data"), ended])) as [unknown];
    assert.equal(child.exitCode, null, `the plugin does not start: ${errors}`);
    const client = PluginClient.at(Number(String(line)));
    await client.configure({ region: "us-east-1" });
    const { result } = await client.invoke("getRoom", { identifier });
    client.close();
    assert.equal(result?.name, "lobby");
    child.kill("SIGINT");
    assert.deepEqual(await ended, [0, null]);
    assert.equal(errors, "");
  } finally {
    child.kill("SIGKILL");
    await rm(folder, { recursive: true });
  }
}
