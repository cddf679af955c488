import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LocalIvsChat } from "../../test/support/localIvsChat";
import type { CommandRun, Project } from "../../test/support/project";

/** Prints the steps of the demo. For each step, prints the title, the commands with their output, and the number of requests. */
export class Steps {
  private count = 0;
  private folder = "";

  constructor(private readonly service: LocalIvsChat) {}

  /** Prints the title of the next step. */
  title(text: string): void {
    process.stdout.write(`\n── ${++this.count}. ${text}\n\n`);
  }

  /** Prints the program of a project. */
  cat(project: Project, program: string): void {
    this.enter(project);
    print(`$ cat ${program}\n${readFileSync(join(project.folder, program), "utf8")}`);
  }

  /** Runs a `pulumi` command and prints it with its output. `isRight` checks the result. */
  async pulumi(
    project: Project,
    command: string,
    isRight: (run: CommandRun) => boolean = ({ ok }) => ok,
  ): Promise<void> {
    this.enter(project);
    print(`$ pulumi ${command}`);
    this.service.clearRequests();
    const begun = performance.now();
    const run = await project.pulumi(...command.split(" "));
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    print(`${textOf(run)}\n(${this.requests()}; ${seconds} s)\n`);
    if (!isRight(run))
      throw new Error(`pulumi ${command} (step ${this.count}) did not have the expected result`);
  }

  private enter(project: Project): void {
    if (project.folder !== this.folder) print(`$ cd ${project.folder}`);
    this.folder = project.folder;
  }

  private requests(): string {
    const counts = new Map<string, number>();
    for (const { operation } of this.service.requests)
      counts.set(operation, (counts.get(operation) ?? 0) + 1);
    const list = [...counts].map(([operation, count]) => `${count} ${operation}`);
    return list.join(", ") || "no request";
  }
}

/** Returns the output of a command without progress dots. */
const textOf = ({ output }: CommandRun) =>
  output
    .replace(/^@ (previewing|updating|refreshing|destroying).*\n/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

function print(text: string): void {
  const lines = text.split("\n");
  process.stdout.write(`${lines.map((line) => `   ${line}`.trimEnd()).join("\n")}\n`);
}
