/** What one fresh project has installed, and how its program is written and run. */
export interface Cell {
  readonly name: string;
  readonly node: 20 | 22 | 24;
  readonly pulumi: string;
  /** Left out where the program does without it, as it may. */
  readonly aws?: string;
  /** What compiles the program, and runs it as `pulumi` has it. */
  readonly typescript: string;
  /** Whether it is installed although a package asks for other versions. */
  readonly againstPeers?: boolean;
  readonly installer?: "npm" | "pnpm" | "pnpm, of a dependency" | "npm workspaces";
  /** An ES module awaits at top level; where Node.js runs no TypeScript by itself, with ts-node as docs/caveats.md says. */
  readonly language?: "CommonJS" | "async entry function" | "ES modules" | "JavaScript" | "bundle";
  /** What runs the program inline by the Automation API, where `pulumi` itself does not. */
  readonly inlineBy?: "Node.js" | "Bun";
}

// As the packages allow: from 3.249.0 on, @pulumi/pulumi asks for a newer Node.js than 20; TypeScript 6 does not take the declarations
// of @pulumi/aws 6. @pulumi/pulumi does not ask for TypeScript 7, which does not run programs for `pulumi`: they are compiled with it.
export const cells: readonly Cell[] = [
  { name: "the oldest of all", node: 20, pulumi: "3.142.0", aws: "6", typescript: "~5.9.0" },
  { name: "the newest on Node.js 20", node: 20, pulumi: "3.248.0", aws: "7", typescript: "~6.0.0" },
  { name: "in between", node: 22, pulumi: "3.248.0", aws: "6", typescript: "~5.9.0" },
  { name: "the newest of all", node: 24, pulumi: "latest", aws: "7", typescript: "~6.0.0" },
  { name: "await on Node.js 20", node: 20, pulumi: "3.248.0", typescript: "~6.0.0", language: "ES modules" },
  { name: "await on Node.js 22", node: 22, pulumi: "latest", typescript: "~5.9.0", language: "ES modules" },
  { name: "await on Node.js 24", node: 24, pulumi: "latest", typescript: "~6.0.0", language: "ES modules" },
  {
    name: "await in an entry function",
    node: 20,
    pulumi: "3.248.0",
    typescript: "~6.0.0",
    language: "async entry function",
  },
  { name: "plain JavaScript", node: 20, pulumi: "3.248.0", typescript: "~6.0.0", language: "JavaScript" },
  { name: "pnpm", node: 20, pulumi: "3.248.0", typescript: "~6.0.0", installer: "pnpm" },
  {
    name: "pnpm, of a dependency",
    node: 20,
    pulumi: "3.248.0",
    typescript: "~6.0.0",
    installer: "pnpm, of a dependency",
  },
  { name: "npm workspaces", node: 20, pulumi: "3.248.0", typescript: "~6.0.0", installer: "npm workspaces" },
  { name: "bundled by esbuild", node: 20, pulumi: "3.248.0", typescript: "~6.0.0", language: "bundle" },
  {
    name: "TypeScript 7",
    node: 24,
    pulumi: "latest",
    typescript: "7",
    againstPeers: true,
    inlineBy: "Node.js",
  },
  { name: "Bun", node: 24, pulumi: "latest", typescript: "~6.0.0", language: "ES modules", inlineBy: "Bun" },
];
