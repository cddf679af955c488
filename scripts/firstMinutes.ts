import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { engineEnvironment, makeEngineFolders } from "../test/support/engineEnvironment";
import { startLocalIvsChat } from "../test/support/localIvsChat";
import { serviceEnvironment } from "../test/support/serviceEnvironment";
import { pathWithEngine } from "./enginePath";
import { pack } from "./pack";
import { root, run, runForJson } from "./run";

interface Told {
  readonly output: string;
  readonly outputs?: Readonly<Record<string, { readonly value: unknown }>>;
}

const room = "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl";

/**
 * What a stranger does first, with the README and the packed package only: the install command, the first two programs, each with a
 * preview, an up, a change of the room in between, and a preview that shows it.
 */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "ivschat-first-minutes-"));
  const service = await startLocalIvsChat({ state: { rooms: [{ arn: room, maximumMessageLength: 500 }] } });
  try {
    const engine = join(folder, "engine");
    await makeEngineFolders(engine);
    const env = {
      ...engineEnvironment(engine),
      PATH: pathWithEngine(),
      ...serviceEnvironment(service),
    };
    const readme = await readFile(join(root, "README.md"), "utf8");
    const project = await install(folder, readme, env);
    const pulumi = (operation: string, config = {}) =>
      runForJson<Told>("node", ["asPulumi.cjs", operation, JSON.stringify(config)], env, undefined, project);
    const setLength = (maximumMessageLength: number) => {
      service.updateRoom(room, { maximumMessageLength });
    };

    await writeFile(join(project, "index.ts"), programOf(readme, "Read a room"));
    const config = { "first-minutes:roomArn": room };
    say("preview of the first program");
    assert.match((await pulumi("preview", config)).output, /maximumMessageLength *: 500/);
    say("up");
    const { outputs } = await pulumi("up");
    assert.deepEqual(outputs?.maximumMessageLength?.value, 500);
    setLength(250);
    say("preview, of a room that somebody changed");
    assert.match((await pulumi("preview")).output, /~ maximumMessageLength *: 500 => 250/);

    await writeFile(join(project, "index.ts"), programOf(readme, "See what changed behind your back"));
    say("preview of the second program");
    assert.match((await pulumi("preview")).output, /\+ pulumi-nodejs:dynamic\/ivschat:ExistingRoom/);
    say("up");
    await pulumi("up");
    setLength(100);
    say("preview, of a room that somebody changed");
    const drift = await pulumi("preview");
    assert.match(drift.output, /~ pulumi-nodejs:dynamic\/ivschat:ExistingRoom: \(update\)/);
    assert.match(drift.output, /~ maximumMessageLength *: 250 => 100/);
    say("all of this was so");
  } finally {
    await service.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A project with what the README's install command installs, the package's name replaced by its tarball. */
async function install(folder: string, readme: string, env: Record<string, string>): Promise<string> {
  const project = join(folder, "project");
  await mkdir(project);
  const tarball = await pack(folder);
  const command = /^npm install .*pulumi-ivschat.*$/m.exec(readme)?.[0] ?? "";
  const words = command.replace("pulumi-ivschat", tarball).split(" ").slice(1);
  say(`${command}, from ${basename(tarball)}`);
  await run("npm", ["init", "-y"], env, undefined, project);
  await run("npm", [...words, "--no-audit", "--no-fund"], env, undefined, project);
  await cp(join(__dirname, "firstMinutes", "asPulumi.cjs"), join(project, "asPulumi.cjs"));
  return project;
}

/** The first program in TypeScript below a heading of the README. */
function programOf(readme: string, heading: string): string {
  const [, below = ""] = readme.split(`### ${heading}\n`);
  const program = /^```ts\n([\s\S]*?)^```$/m.exec(below)?.[1];
  if (program === undefined) throw new Error(`the README has no program below "${heading}"`);
  return program;
}

const begun = performance.now();
function say(what: string): void {
  console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${what}`);
}

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
