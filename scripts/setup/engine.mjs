import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, readdir, rename } from "node:fs/promises";
import { buildEngine, buildGo, builds } from "./build.mjs";
import { cacheFolder, fillOnce } from "./cache.mjs";
import { downloadEngine } from "./download.mjs";
import { engineOnPath } from "./path.mjs";
import {
  dynamicProvider,
  languageHost,
  policyAnalyzer,
  writeDynamicProvider,
  writePolicyAnalyzer,
  writePulumiLink,
} from "./programs.mjs";
import { expected, orSkip, say } from "./progress.mjs";
import { engineVersion, goNeeded } from "./version.mjs";

/**
 * Returns the folder that contains `pulumi` and the programs that it starts. Uses the engine on PATH or in the cache, or else downloads an
 * engine, or else builds one.
 */
export async function provideEngine() {
  const onPath = await engineOnPath();
  if (onPath.folder)
    return missingIn(onPath.folder).length === 0 ? onPath.folder : linkedEngine(onPath.folder);
  const cached = inCache("engine", engineVersion);
  const tried = [`PATH: ${onPath.reason}`, `cache: ${cached} is not there`];
  await fillOnce(cached, async (folder) => {
    try {
      await downloadEngine(folder);
    } catch (download) {
      tried.push(`download: ${download.message}`);
      await buildInstead(folder, tried);
    }
  });
  await complete(`${cached}/bin`, missingIn(`${cached}/bin`));
  return `${cached}/bin`;
}

/** Returns a cache folder that contains a script for the `pulumi` on PATH, and the programs that the folder of this `pulumi` lacks. */
async function linkedEngine(folder) {
  const linked = `${cacheFolder()}/linked-${createHash("sha256").update(folder).digest("hex").slice(0, 40)}/bin`;
  await writePulumiLink(linked, `${folder}/pulumi`);
  await complete(
    linked,
    missingIn(folder).filter((name) => !existsSync(`${linked}/${name}`)),
  );
  return linked;
}

/** The optional programs. The values describe the tests that are skipped without them. */
const optional = {
  "pulumi-language-yaml": "YAML programs",
  "pulumi-language-python": "Python programs",
  "pulumi-language-go": "Go programs",
};

const provide = {
  [dynamicProvider]: writeDynamicProvider,
  [policyAnalyzer]: writePolicyAnalyzer,
  [languageHost]: provideLanguageHost,
  ...Object.fromEntries(
    Object.keys(optional).map((name) => [name, (folder) => provideOptional(folder, name)]),
  ),
};

const missingIn = (folder) => Object.keys(provide).filter((name) => !existsSync(`${folder}/${name}`));

async function complete(folder, names) {
  for (const name of names) await provide[name](folder);
}

async function provideLanguageHost(folder) {
  try {
    await copyBuild(folder, languageHost);
  } catch (build) {
    throw expected(`there is no ${languageHost} beside the Pulumi engine, and it cannot be built: ${build.message}
Any one of these helps; then run \`npm run setup\` again:
  ${officialInstallation}
  install Go ${goNeeded} or later, which builds it: https://go.dev/dl/`);
  }
}

async function provideOptional(folder, name) {
  await orSkip(`without ${name}`, optional[name], async () => {
    // Unlike the official language hosts for Python and Go, those that the setup builds cannot generate SDKs.
    // `generateSdk` does it instead.
    if (name !== "pulumi-language-yaml") await copyBuild(folder, "generateSdk");
    await copyBuild(folder, name);
  });
}

// Caches language hosts separately from the engine, so that they are not rebuilt if only the version of the engine changes.
async function copyBuild(folder, name) {
  const build = builds[name];
  const cached = inCache(name, build.version);
  await fillOnce(cached, (making) => buildGo(making, name, build));
  for (const file of await readdir(`${cached}/bin`)) {
    const copied = `${folder}/.${file}-${process.pid}`;
    await copyFile(`${cached}/bin/${file}`, copied);
    await rename(copied, `${folder}/${file}`);
  }
}

const inCache = (what, version) => `${cacheFolder()}/${what}-${version}-${process.platform}-${process.arch}`;

async function buildInstead(folder, tried) {
  say(tried.at(-1));
  try {
    await buildEngine(folder);
  } catch (build) {
    throw expected(noEngine([...tried, `Go build: ${build.message}`]));
  }
}

const officialInstallation = "install Pulumi: https://www.pulumi.com/docs/install/";

function noEngine(tried) {
  return `there is no Pulumi engine to be had. Tried:
${tried.map((line) => `  ${line}`).join("\n")}
Any one of these helps; then run \`npm run setup\` again:
  ${officialInstallation}
  install Go ${goNeeded} or later, which builds the engine: https://go.dev/dl/
  put the folder of a \`pulumi\` that you have on PATH`;
}
