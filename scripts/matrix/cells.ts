/** One combination to test: the packages that a new project installs, and how its program is written and run. */
export interface Cell {
  readonly name: string;
  readonly node: 20 | 22 | 24;
  readonly pulumi: string;
  /** The version of @pulumi/aws, which is optional. */
  readonly aws?: string;
  /** The version of TypeScript that compiles and runs the program. */
  readonly typescript: string;
  /** Whether to ignore the peer dependencies of packages during the installation. */
  readonly againstPeers?: boolean;
  readonly installer?: "npm" | "pnpm" | "pnpm, of a dependency" | "npm workspaces";
  /** How the program is written. An ES module uses top-level await, on Node.js 20 with ts-node (see docs/caveats.md). */
  readonly language?: "CommonJS" | "async entry function" | "ES modules" | "JavaScript" | "bundle";
  /** What runs the program as an inline program of the Automation API, if the Pulumi CLI cannot run it. */
  readonly inlineBy?: "Node.js" | "Bun";
}

// Not every combination is possible. @pulumi/pulumi 3.249.0 and later requires a newer Node.js than 20. TypeScript 6 cannot compile the
// declarations of @pulumi/aws 6. The Pulumi CLI cannot run programs with TypeScript 7, so they are only compiled with it.
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
