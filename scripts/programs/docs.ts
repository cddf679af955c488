import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { installAwsPlugin } from "../../test/support/awsPlugin/install";
import { npmInstall } from "../npmInstall";
import { openProject, type Project } from "../openProject";
import { root } from "../run";
import {
  documents,
  inOwnBackend,
  installCommand,
  programBelow,
  programsOf,
  pulumiCommandsOf,
  type Document,
  type Program,
} from "./fromFiles";
import { room } from "./rooms";
import type { Surroundings } from "./surroundings";

/**
 * Follows the README like a new user, with the packed package: runs the install command and the first two programs, each with a preview, an
 * update, a change of the room, and a preview that shows the change. Then runs the commands in docs/, and previews every program in the
 * README and docs/.
 */
export async function tryDocuments({ folder, tarball, env, service, say }: Surroundings): Promise<void> {
  const top = join(folder, "docs");
  const packages = join(top, "project");
  await mkdir(packages, { recursive: true });
  const all = documents();
  const [readme, ...pages] = all;
  if (readme === undefined) throw new Error("there is no README");
  const install = async (words: readonly string[]) => {
    say(`npm ${words.join(" ")}, from ${basename(tarball)}`);
    const [, ...args] = words;
    await npmInstall(
      packages,
      args.map((arg) => (arg === "pulumi-ivschat" ? tarball : arg)),
      env,
    );
  };
  await writeFile(join(packages, "package.json"), manifestOf("docs"));
  await install(installCommand(all, "pulumi-ivschat"));
  const project = await openProject(top, packages, env);
  await createStack(project, "docs", "dev");

  const commands = pages.flatMap((page) => pulumiCommandsOf(page));
  // Excludes the commands for programs in other languages, which examples.ts and the tests run.
  const shown = commands.filter(([verb = ""]) => !["install", "package", "plugin"].includes(verb));
  const tryCommands = async () => {
    // Required for update plans, as described in docs/caveats.md.
    const experimental = await openProject(top, packages, { ...env, PULUMI_EXPERIMENTAL: "true" });
    for (const command of shown) {
      say(`pulumi ${command.join(" ")}`);
      await experimental.expectOk(...command);
    }
    // Removes the configuration keys that languages.md sets for the plugin. A Node.js program would print warnings about these keys.
    const languages = pages.filter(({ file }) => file === "docs/languages.md");
    for (const [verb, action, key] of languages.flatMap((page) => pulumiCommandsOf(page))) {
      if (verb === "config" && action === "set" && key) await experimental.expectOk("config", "rm", key);
    }
  };
  await tryFirstMinutes(project, readme, { service, say }, tryCommands);

  const tryProgram = async ({ file, heading, text, isModule }: Program) => {
    say(`${file}, ${heading}`);
    await project.write("index.ts", inOwnBackend(text));
    await setType(packages, isModule ? "module" : "commonjs");
    const requests = service.requests.length;
    const { output } = await project.expectOk("preview");
    assert.doesNotMatch(output, /warning/i);
    // Reading the output of another stack sends no request.
    assert.equal(service.requests.length > requests, !text.includes("StackReference"), `requests of ${text}`);
  };
  const programs = all.flatMap(programsOf);
  const others = programs.filter(({ text, isModule }) => !isModule && !text.includes("@pulumi/aws"));
  await exportRoom(top, packages, env);
  for (const program of others) await tryProgram(program);
  await install(["install", "@pulumi/aws"]);
  await installAwsPlugin(join(top, "engine", "home"), join(packages, "node_modules", "@pulumi", "aws"));
  for (const program of programs.filter(({ text }) => text.includes("@pulumi/aws")))
    await tryProgram(program);
  // Later versions of Node.js can run TypeScript modules without ts-node.
  if (process.version.startsWith("v20.")) await install(installCommand(all, "ts-node"));
  for (const program of programs.filter(({ isModule }) => isModule)) await tryProgram(program);
}

async function createStack(project: Project, name: string, stack: string): Promise<void> {
  await project.write("Pulumi.yaml", JSON.stringify({ name, runtime: "nodejs" }));
  await project.expectOk("stack", "init", stack);
  await project.expectOk("config", "set", "aws:region", "us-east-1", "--stack", stack);
}

async function tryFirstMinutes(
  project: Project,
  readme: Document,
  { service, say }: Pick<Surroundings, "service" | "say">,
  whenTracked: () => Promise<void>,
): Promise<void> {
  const output = async (...args: string[]) => (await project.expectOk(...args)).output;
  const setLength = (maximumMessageLength: number) => {
    service.updateRoom(room, { maximumMessageLength });
  };

  await project.write("index.ts", programBelow(readme, first));
  const printed: string[] = [];
  for (const command of pulumiCommandsOf(readme, first)) {
    say(`pulumi ${command.join(" ")}, of the first program`);
    printed.push(await output(...command));
  }
  assert.match(printed.at(-1) ?? "", /maximumMessageLength *: 500/);
  say("pulumi up");
  await output("up");
  assert.equal((await project.outputs()).maximumMessageLength, 500);
  setLength(250);
  say("pulumi preview, of a room that somebody changed");
  assert.match(await output("preview"), /~ maximumMessageLength *: 500 => 250/);

  await project.write("index.ts", programBelow(readme, "Track a room"));
  say("pulumi preview of the second program");
  assert.match(await output("preview"), /\+ *pulumi-nodejs:dynamic\/ivschat:ExistingRoom/);
  say("pulumi up");
  await output("up");
  await whenTracked();
  setLength(100);
  say("pulumi preview --diff, of a room that somebody changed");
  const drift = await output("preview", "--diff");
  assert.match(drift, /~ pulumi-nodejs:dynamic\/ivschat:ExistingRoom: \(update\)/);
  assert.match(drift, /~ maximumMessageLength *: 250 => 100/);
  say("pulumi destroy");
  await output("destroy");
}

const first = "Your first program";

/** Creates the stack that a program in the README references, in a subfolder of the project so that it uses the project's packages. */
async function exportRoom(top: string, packages: string, env: Surroundings["env"]): Promise<void> {
  const folder = join(packages, "rooms");
  await mkdir(folder);
  const program = await readFile(join(root, "examples", "share-limits", "rooms", "index.ts"), "utf8");
  await writeFile(join(folder, "index.ts"), program);
  await writeFile(join(folder, "package.json"), manifestOf("rooms"));
  const project = await openProject(top, folder, env);
  await createStack(project, "rooms", "production");
  await project.expectOk("config", "set", "roomArn", room, "--stack", "production");
  await project.expectOk("up", "--skip-preview", "--stack", "production");
}

// The package.json that `pulumi new` creates.
const manifestOf = (name: string) => JSON.stringify({ name, main: "index.ts" });

async function setType(folder: string, type: string): Promise<void> {
  const file = join(folder, "package.json");
  const manifest = JSON.parse(await readFile(file, "utf8")) as object;
  await writeFile(file, JSON.stringify({ ...manifest, type }));
}
