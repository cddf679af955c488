import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../run";

/** The README or a page in docs/. */
export interface Document {
  /** The path relative to the root of the repository. */
  readonly file: string;
  readonly text: string;
}

/** A program in a document. */
export interface Program {
  readonly file: string;
  /** The heading of the section that contains the program. */
  readonly heading: string;
  readonly text: string;
  /** Whether the program uses top-level await. */
  readonly isModule: boolean;
}

/** Returns the README, followed by the pages in docs/. */
export function documents(): Document[] {
  const pages = readdirSync(join(root, "docs")).filter((file) => file.endsWith(".md"));
  return ["README.md", ...pages.sort().map((page) => join("docs", page))].map((file) => ({
    file,
    text: readFileSync(join(root, file), "utf8"),
  }));
}

/** Returns every TypeScript program in a document, except unit tests, which run with the other tests. */
export function programsOf({ file, text: document }: Document): Program[] {
  const programs = sectionsOf(document).flatMap(({ heading, text: section }) =>
    blocksOf(section, "ts").map((text) => ({
      file,
      heading,
      text,
      isModule: /\bawait /.test(text) && !/\basync\b/.test(text),
    })),
  );
  return programs.filter(({ text }) => !text.startsWith("// program.test.ts\n"));
}

/** Returns the first program below a heading. */
export function programBelow(document: Document, heading: string): string {
  const program = programsOf(document).find((each) => each.heading === heading);
  if (program === undefined) throw new Error(`${document.file} has no program below "${heading}"`);
  return program.text;
}

/** Returns the arguments of each `pulumi` command in a document, or only below the given heading. */
export function pulumiCommandsOf({ file, text }: Document, heading?: string): string[][] {
  const sections = sectionsOf(text).filter((each) => heading === undefined || each.heading === heading);
  const commands = sections
    .flatMap((section) => blocksOf(section.text, "bash"))
    .flatMap((block) => block.trim().split("\n"))
    .map((line) => line.split(" "));
  const unknown = commands.find(([command = ""]) => !["npm", "pulumi"].includes(command));
  if (unknown !== undefined)
    throw new Error(`${file} has a command that is not known here: ${unknown.join(" ")}`);
  return commands.filter(([command]) => command === "pulumi").map(([, ...words]) => words);
}

/** Returns the arguments of the first `npm install` command for a package. */
export function installCommand(all: readonly Document[], what: string): string[] {
  const commands = all.flatMap(({ text }) => blocksOf(text, "bash")).flatMap((block) => block.split("\n"));
  const command = commands.find((line) => line.startsWith("npm install ") && line.includes(what));
  if (command === undefined) throw new Error(`no document says how to install ${what}`);
  return command.split(" ").slice(1);
}

/** Returns the commands in the README of an example, and whether the last command is expected to fail. */
export function commandsOf(readme: string): { commands: string[][]; fails: boolean } {
  const [, block = "", below = ""] = /^```bash\n([\s\S]*?)^```$([\s\S]*)/m.exec(readme) ?? [];
  const lines = block.split("\n").filter((line) => line !== "");
  return { commands: lines.map((line) => line.split(" ")), fails: /^\s*The preview fails/.test(below) };
}

/** Replaces the organization, because a self-managed backend supports only the organization `organization`. */
export const inOwnBackend = (text: string): string => text.replaceAll("acme/", "organization/");

function sectionsOf(text: string): { heading: string; text: string }[] {
  const [, ...sections] = text.split(/^#+ /m);
  return sections.map((section) => ({ heading: section.slice(0, section.indexOf("\n")), text: section }));
}

function blocksOf(text: string, language: string): string[] {
  const blocks = text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"));
  return [...blocks].map(([, block = ""]) => block);
}
