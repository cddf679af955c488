import { Buffer } from "node:buffer";
import { existsSync } from "node:fs";
import { buildEngine } from "./build.mjs";
import { cacheFolder, fillOnce } from "./cache.mjs";
import { downloadEngine } from "./download.mjs";
import { providerName, writeDynamicProvider, writePulumiLink } from "./dynamicProvider.mjs";
import { engineOnPath } from "./path.mjs";
import { expected, say } from "./progress.mjs";
import { engineVersion, goNeeded } from "./version.mjs";

/** The folder that holds `pulumi` and `pulumi-resource-pulumi-nodejs`: found, or else downloaded, or else built. */
export async function provideEngine() {
  const onPath = await engineOnPath();
  if (onPath.folder) {
    return existsSync(`${onPath.folder}/${providerName}`) ? onPath.folder : linkedEngine(onPath.folder);
  }
  const cached = `${cacheFolder()}/engine-${engineVersion}-${process.platform}-${process.arch}`;
  const tried = [`PATH: ${onPath.reason}`, `cache: ${cached} is not there`];
  await fillOnce(cached, async (folder) => {
    try {
      await downloadEngine(folder);
    } catch (download) {
      tried.push(`download: ${download.message}`);
      await buildInstead(folder, tried);
    }
    await writeDynamicProvider(`${folder}/bin`);
  });
  return `${cached}/bin`;
}

/** An engine on PATH that came without the dynamic-provider server: a folder in the cache that holds both. */
async function linkedEngine(folder) {
  const key = Buffer.from(folder).toString("hex").slice(-40);
  const linked = `${cacheFolder()}/linked-${key}`;
  await fillOnce(linked, async (made) => {
    await writePulumiLink(`${made}/bin`, `${folder}/pulumi`);
    await writeDynamicProvider(`${made}/bin`);
  });
  return `${linked}/bin`;
}

async function buildInstead(folder, tried) {
  say(tried.at(-1));
  try {
    await buildEngine(folder);
  } catch (build) {
    throw expected(noEngine([...tried, `Go build: ${build.message}`]));
  }
}

function noEngine(tried) {
  return `there is no Pulumi engine to be had. Tried:
${tried.map((line) => `  ${line}`).join("\n")}
Any one of these helps; then run \`npm run setup\` again:
  install Pulumi: https://www.pulumi.com/docs/install/
  install Go ${goNeeded} or later, which builds the engine: https://go.dev/dl/
  put the folder of a \`pulumi\` that you have on PATH`;
}
