import { run } from "./run";

/** Runs `npm install` in a folder, from npm's cache if possible. `args` are packages and options. */
export async function npmInstall(
  folder: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  await run("npm", ["install", ...quiet, ...args], env, undefined, folder);
}
