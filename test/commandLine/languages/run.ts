import type { LocalIvsChat } from "../../support/localIvsChat";
import type { CommandRun, Project } from "../../support/project";
import { operations } from "../../support/service";

export interface CountedRun extends CommandRun {
  /** The operations that the service received, sorted. */
  readonly requests: readonly string[];
}

/** Runs a command line, and records the requests to the service. */
export async function run(service: LocalIvsChat, project: Project, command: string): Promise<CountedRun> {
  const before = service.requests.length;
  const ended = await project.pulumi(...command.split(" ").slice(1));
  return { ...ended, requests: operations(service).slice(before).sort() };
}

/** Returns the lines of the output without indentation and alignment. */
export const lines = (run: CommandRun): string[] =>
  run.output.split("\n").map((line) => line.trim().replace(/ +/g, " ").replace(" : ", ": "));
