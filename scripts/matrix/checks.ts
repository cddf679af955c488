import assert from "node:assert/strict";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { serializedProvider } from "../../src/existingRoom/serializedProvider";
import { startLocalIvsChat } from "../../test/support/localIvsChat";
import { serviceEnvironment } from "../../test/support/serviceEnvironment";
import { run, runForJson } from "../run";
import { isOfADependency, type FreshProject } from "./freshProject";
import type { Cell } from "./cells";

interface Told {
  readonly output: string;
  readonly changes?: Readonly<Record<string, number>>;
  readonly outputs?: Readonly<Record<string, { readonly value: unknown }>>;
  readonly deployment?: { readonly resources?: readonly Resource[] };
}

interface Resource {
  readonly type: string;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

const identifier = "arn:aws:ivschat:us-east-1:123456789012:room/LobbyLobby12";

/** A room's first weeks: preview, up, a change behind its back, a new version of the package, refresh, destroy without the package. */
export async function checkProject(cell: Cell, project: FreshProject): Promise<void> {
  const service = await startLocalIvsChat({
    state: { rooms: [{ arn: identifier, name: "lobby", maximumMessageLength: 500 }] },
  });
  const env = {
    ...project.env,
    ...serviceEnvironment(service),
  };
  const pulumi = (operation: string) =>
    runForJson<Told>("node", [project.entry, operation], env, 120_000, project.program);
  try {
    const first = await pulumi("preview");
    assert.match(first.output, /maximumMessageLength *: 500/);
    assert.deepEqual(first.changes, { create: 2 });

    const up = await pulumi("up");
    const values = Object.entries(up.outputs ?? {}).map(([name, { value }]) => [name, value]);
    assert.deepEqual(Object.fromEntries(values), {
      limit: 500,
      floor: 3,
      rate: 10,
      name: "lobby",
      isClass: true,
    });
    assert.equal(recorded(up)?.__provider, serializedProvider);
    assert.deepEqual((await pulumi("preview")).changes, { same: 2 });

    if (canSerialize(cell))
      assert.deepEqual(await runForJson("node", ["closure.cjs"], env, 120_000, project.program), [
        7,
        "function",
        "RoomNotFoundError",
      ]);

    service.updateRoom(identifier, { maximumMessageLength: 100 });
    const drift = await pulumi("preview");
    assert.match(drift.output, /maximumMessageLength *: 500 => 100/);
    assert.deepEqual(drift.changes, { same: 1, update: 1 });

    if (!isOfADependency(cell)) await installNewVersion(project);
    assert.equal(recorded(await pulumi("refresh"))?.maximumMessageLength, 100);
    const after = await pulumi("preview");
    assert.deepEqual(after.changes, { same: 2 });
    assert.doesNotMatch(after.output, /__provider|lobby/);
    if (!isOfADependency(cell))
      assert.match(await readFile(runsOf(project), "utf8"), /^new code\nnew code\n/);

    if (!isOfADependency(cell)) await uninstall(project);
    await run("node", ["destroy.cjs"], env, 120_000, project.program);
  } finally {
    await service.close();
  }
}

// Pulumi serializes no function with TypeScript 7, and none that refers to a package, with `exports`, that pnpm has installed.
const canSerialize = ({ installer, typescript }: Cell) =>
  !installer?.startsWith("pnpm") && typescript !== "7";

function recorded({ deployment }: Told): Readonly<Record<string, unknown>> | undefined {
  return deployment?.resources?.find(({ type }) => type === "pulumi-nodejs:dynamic/ivschat:ExistingRoom")
    ?.outputs;
}

/** Of another version, with a provider that tells that it is run. */
async function installNewVersion(project: FreshProject): Promise<void> {
  const folder = join(project.packages, "node_modules", "pulumi-ivschat");
  await change(join(folder, "package.json"), (text) =>
    text.replace(/"version": ?"[^"]*"/, '"version": "1.99.0"'),
  );
  const telling = `require("node:fs").appendFileSync(${JSON.stringify(runsOf(project))}, "new code\\n");`;
  await change(join(folder, "dist", "provider.js"), (text) => `${text}\n${telling}\n`);
}

// As a new file: pnpm's are links into a store that all projects share.
async function change(file: string, edit: (text: string) => string): Promise<void> {
  const text = await readFile(file, "utf8");
  await rm(file);
  await writeFile(file, edit(text));
}

const runsOf = ({ folder }: FreshProject) => join(folder, "runs-of-new-code");

async function uninstall({ packages, folder }: FreshProject): Promise<void> {
  await rename(join(packages, "node_modules", "pulumi-ivschat"), join(folder, "uninstalled"));
}
