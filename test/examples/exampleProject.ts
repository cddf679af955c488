import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Project, ProjectOptions } from "../support/project";

const examples = join(__dirname, "..", "..", "examples");

export const readmeOf = (example: string) => join(examples, example.split("/")[0] ?? "", "README.md");

/** Returns the name and the files of an example, as options of a project. */
export function filesOf(example: string): Pick<ProjectOptions, "name" | "files"> {
  const folder = join(examples, example);
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const files = Object.fromEntries(
    paths
      .filter((path) => !path.includes("node_modules"))
      .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
  return { name: basename(example), files };
}

/** Runs the README's `pulumi` commands for the example's folder, and returns the last one's output. */
export async function followReadme(project: Project, example: string): Promise<string> {
  let output = "";
  for (const command of commandsOf(example)) ({ output } = await project.expectOk(...command));
  return output;
}

/** Returns the commands except `pulumi stack` and `pulumi install`, because the tests create the stack and link local packages. */
function commandsOf(example: string): string[][] {
  const [, subfolder = ""] = example.split("/");
  const [, block = ""] = /```bash\n([\s\S]*?)```/.exec(readFileSync(readmeOf(example), "utf8")) ?? [];
  let current = "";
  const commands: string[][] = [];
  for (const [program, ...words] of block.split("\n").map((line) => line.split(" "))) {
    if (program === "cd") current = basename(words[0] ?? "");
    if (program === "pulumi" && current === subfolder && !["stack", "install"].includes(words[0] ?? ""))
      commands.push(words);
  }
  return commands;
}
