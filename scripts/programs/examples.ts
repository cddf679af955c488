import assert from "node:assert/strict";
import { cp, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { installAwsPlugin } from "../../test/support/awsPlugin/install";
import { npmInstall } from "../npmInstall";
import { openProject } from "../openProject";
import { root } from "../run";
import { commandsOf, inOwnBackend } from "./fromFiles";
import { pulumiInstall } from "./install";
import type { Surroundings } from "./surroundings";

/** Runs the commands in the README of each example, with the packed package. All examples use the packages in the parent folder. */
export async function tryExamples({ folder, tarball, env, say }: Surroundings): Promise<void> {
  const top = join(folder, "examples");
  const examples = join(top, "examples");
  await mkdir(top);
  const source = join(root, "examples");
  await cp(source, examples, { recursive: true, filter: (file) => !file.endsWith("node_modules") });
  say("npm install, of what the examples need");
  await writeFile(join(examples, "package.json"), JSON.stringify(await allPackages(examples, tarball)));
  await npmInstall(examples, [], env);
  // In Pulumi.yaml, the path of the plugin in node_modules is relative to the project.
  for (const example of ["yaml", "python", "go"])
    await symlink("../node_modules", join(examples, example, "node_modules"));
  await mkdir(join(top, "engine", "home"), { recursive: true });
  await installAwsPlugin(join(top, "engine", "home"), join(examples, "node_modules", "@pulumi", "aws"));

  for (const example of await foldersOf(examples)) {
    const { commands, fails } = commandsOf(await readFile(join(examples, example, "README.md"), "utf8"));
    const last = commands.map(([command, word]) => command === "pulumi" && isRun(word)).lastIndexOf(true);
    assert.notEqual(last, -1, `the README of ${example} has no command that runs it`);
    let at = join(examples, example);
    let installed = {};
    for (const [index, [command, ...words]] of commands.entries()) {
      if (command === "npm" && words[0] === "install") continue;
      if (command === "cd") at = join(at, words[0] ?? "");
      else if (command === "pulumi" && words[0] === "install") {
        say(`${at.slice(top.length + 1)}, pulumi install`);
        installed = await pulumiInstall(top, at, env);
      } else if (command === "pulumi") {
        // Previews the last project. The earlier projects are updated, because the last project needs their outputs.
        const args = words
          .map(inOwnBackend)
          .flatMap((word) => (word === "up" ? updates(index < last) : word));
        if (isRun(words[0])) say(`${at.slice(top.length + 1)}, pulumi ${args.join(" ")}`);
        const { ok, output } = await (await openProject(top, at, { ...env, ...installed })).pulumi(...args);
        const isAsSaid = ok === !(index === last && fails) && !/warning/i.test(output);
        assert.ok(isAsSaid, `pulumi ${args.join(" ")}, in ${at}: ${output}`);
      } else throw new Error(`the README of ${example} has a command that is not known here: ${command}`);
    }
  }
}

const isRun = (word = "") => ["preview", "up"].includes(word);

const updates = (isExported: boolean) => (isExported ? ["up", "--skip-preview"] : ["preview"]);

/** Returns a package.json with the dependencies of all examples. */
async function allPackages(examples: string, tarball: string): Promise<object> {
  const files = await readdir(examples, { recursive: true });
  const packages: Record<string, string> = {};
  for (const file of files.filter((name) => /(^|\/)package\.json$/.test(name))) {
    const manifest = JSON.parse(await readFile(join(examples, file), "utf8")) as Record<
      "dependencies" | "devDependencies",
      Record<string, string> | undefined
    >;
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      const other = packages[name] ?? version;
      assert.equal(version, other, `${dirname(file)} asks for another ${name} than an example before it`);
      packages[name] = version;
    }
  }
  return { private: true, dependencies: { ...packages, "pulumi-ivschat": `file:${tarball}` } };
}

async function foldersOf(examples: string): Promise<string[]> {
  const entries = await readdir(examples, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && entry.name !== "node_modules")
    .map(({ name }) => name)
    .sort();
}
