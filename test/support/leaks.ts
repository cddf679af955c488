import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CommandRun, Project } from "./project";

/** Runs a command, and checks that the output, the events, the state, and the exported state contain none of the secrets. */
export async function runWithoutLeaks(
  project: Project,
  secrets: readonly string[],
  args: readonly string[],
): Promise<CommandRun> {
  const events = join(project.folder, "events.json");
  const run = await project.pulumi(...args, "--diff", "--event-log", events);
  // Pulumi's own debug messages contain secrets.
  const shown = (await readFile(events, "utf8"))
    .split("\n")
    .filter((event) => !event.includes('"severity":"debug"'));
  const exported = (await project.pulumi("stack", "export")).stdout;
  const seen = [run.output, shown.join("\n"), await project.stateFile(), exported];
  expect(seen.map((text) => leaksIn(text, secrets))).toEqual([[], [], [], []]);
  return run;
}

/** Returns the secrets that a text contains: in plain text, URL-encoded, in JSON, or in base64 at any offset. */
export function leaksIn(text: string, secrets: readonly string[]): string[] {
  return secrets.filter((secret) => formsOf(secret).some((form) => text.includes(form)));
}

function formsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  // Base64 depends on the offset, and the first and last characters depend on the neighboring bytes.
  const encoded = ["", "x", "xx"].map((before) => {
    const text = Buffer.from(before + secret)
      .toString("base64")
      .replace(/=+$/, "");
    return text.slice(before === "" ? 0 : before.length + 1, -1);
  });
  const url = encoded.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"));
  return [secret, json, JSON.stringify(json).slice(1, -1), encodeURIComponent(secret), ...encoded, ...url];
}
