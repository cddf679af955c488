/** A program as it stands in the README. */
export interface Program {
  /** The heading above it. */
  readonly heading: string;
  readonly text: string;
  /** One with `await` at top level. */
  readonly isModule: boolean;
}

/** Every program in TypeScript of the README; its test of a program is none, and runs with the tests. */
export function programsOf(readme: string): Program[] {
  const [, ...sections] = readme.split(/^#{2,} /m);
  const programs = sections.flatMap((section) => {
    const heading = section.slice(0, section.indexOf("\n"));
    return [...section.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => ({
      heading,
      text,
      isModule: /\bawait /.test(text) && !/\basync\b/.test(text),
    }));
  });
  return programs.filter(({ text }) => !text.startsWith("// program.test.ts\n"));
}

/** The first program below a heading. */
export function programBelow(readme: string, heading: string): string {
  const program = programsOf(readme).find((each) => each.heading === heading);
  if (program === undefined) throw new Error(`the README has no program below "${heading}"`);
  return program.text;
}

/** The words of a command that the README names, `npm install …` of a package. */
export function installCommand(readme: string, what: string): string[] {
  const command = new RegExp(`npm install [^\`\\n]*${what}[^\`\\n]*`).exec(readme)?.[0];
  if (command === undefined) throw new Error(`the README says nowhere how to install ${what}`);
  return command.split(" ").slice(1);
}

/** The commands of an example's README, and whether the last is said to fail. */
export function commandsOf(readme: string): { commands: string[][]; fails: boolean } {
  const [, block = "", below = ""] = /^```bash\n([\s\S]*?)^```$([\s\S]*)/m.exec(readme) ?? [];
  const lines = block.split("\n").filter((line) => line !== "");
  return { commands: lines.map((line) => line.split(" ")), fails: /^\s*The preview fails/.test(below) };
}

/** A self-managed backend knows one organization only. */
export const inOwnBackend = (text: string): string => text.replaceAll("acme/", "organization/");
