import assert from "node:assert/strict";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { serializedProvider } from "../../src/program/existingRoom/serializedProvider";
import type { LocalIvsChat } from "../../test/support/localIvsChat";
import { run, runForJson } from "../run";
import { isOfADependency, type FreshProject } from "./freshProject";
import type { Cell } from "./cells";

export const identifier = "arn:aws:ivschat:us-east-1:123456789012:room/LobbyLobby12";

/**
 * Tests the life cycle of a room: preview, up, a change outside of Pulumi, an upgrade of the package, refresh, and destroy without the
 * package.
 */
export async function checkProject(cell: Cell, fresh: FreshProject, service: LocalIvsChat): Promise<void> {
  const { project, inline } = fresh;
  const isTypeChecked = { PULUMI_NODEJS_TRANSPILE_ONLY: "false" };
  const pulumi = async (operation: string, env = {}): Promise<string> => {
    if (inline !== undefined) {
      const [command, ...args] = inline;
      return run(command, [...args, operation], project.env, 120_000, project.folder);
    }
    const { ok, output } = await project.start([operation, ...flagsOf(operation)], env).ended;
    assert.ok(ok, `pulumi ${operation} fails:\n${output}`);
    return output;
  };
  const recorded = async () =>
    (await project.state()).find(({ type }) => type === "pulumi-nodejs:dynamic/ivschat:ExistingRoom")
      ?.outputs;

  const first = await pulumi("preview", isTypeChecked);
  assert.match(first, /maximumMessageLength *: 500/);
  assert.match(first, /\+ 2 to create/);

  await pulumi("up");
  const outputs = await project.outputs();
  assert.deepEqual(outputs, { limit: 500, floor: 3, rate: 10, name: "lobby", isClass: true });
  assert.equal((await recorded())?.__provider, serializedProvider);
  assert.match(await pulumi("preview"), unchanged);

  if (canSerialize(cell)) {
    const closures = await runForJson("node", ["closure.cjs"], project.env, 120_000, project.folder);
    assert.deepEqual(closures, [7, "function", "RoomNotFoundError"]);
  }

  service.updateRoom(identifier, { maximumMessageLength: 100 });
  const drift = await pulumi("preview");
  assert.match(drift, /maximumMessageLength *: 500 => 100/);
  assert.match(drift, /~ 1 to update\n *1 unchanged/);

  if (!isOfADependency(cell)) await installNewVersion(fresh);
  await pulumi("refresh");
  assert.equal((await recorded())?.maximumMessageLength, 100);
  const after = await pulumi("preview");
  assert.match(after, unchanged);
  assert.doesNotMatch(after, /__provider|lobby/);
  if (!isOfADependency(cell)) {
    assert.match(await readFile(runsOf(fresh), "utf8"), /^new code\nnew code\n/);
    await uninstall(fresh);
  }
  assert.match((await project.expectOk("destroy")).output, /- 2 deleted/);
}

function flagsOf(operation: string): string[] {
  if (operation === "preview") return ["--diff"];
  return operation === "up" ? ["--skip-preview"] : [];
}

const unchanged = /Resources:\n *2 unchanged/;

// Pulumi cannot serialize functions with TypeScript 7, or functions that use a package that has `exports` and was installed by pnpm.
const canSerialize = ({ installer, typescript }: Cell) =>
  !installer?.startsWith("pnpm") && typescript !== "7";

/** Changes the installed package: sets another version, and makes the provider log each time that it is loaded. */
async function installNewVersion(project: FreshProject): Promise<void> {
  const folder = join(project.packages, "node_modules", "pulumi-ivschat");
  await change(join(folder, "package.json"), (text) =>
    text.replace(/"version": ?"[^"]*"/, '"version": "1.99.0"'),
  );
  const telling = `require("node:fs").appendFileSync(${JSON.stringify(runsOf(project))}, "new code\\n");`;
  await change(join(folder, "dist", "provider.js"), (text) => `${text}\n${telling}\n`);
}

// Replaces the file instead of changing it, because pnpm links files to a store that all projects share.
async function change(file: string, edit: (text: string) => string): Promise<void> {
  const text = await readFile(file, "utf8");
  await rm(file);
  await writeFile(file, edit(text));
}

const runsOf = ({ folder }: FreshProject) => join(folder, "runs-of-new-code");

async function uninstall({ packages, folder }: FreshProject): Promise<void> {
  await rename(join(packages, "node_modules", "pulumi-ivschat"), join(folder, "uninstalled"));
}
