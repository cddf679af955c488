// Builds dist from src, anew: two scripts and what they share, bundled and minified, with one file of declarations for each.
import { execFileSync } from "node:child_process";
import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { minify } from "terser";

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL("..", import.meta.url));

for (const folder of ["build", "dist"]) rmSync(`${root}/${folder}`, { recursive: true, force: true });
try {
  declare();
  await bundle();
} catch (error) {
  // What a tool of its own had to say, it has said.
  if (error.status === undefined) console.error(error.message);
  process.exitCode = 1;
}

/** The declarations, of a file each, made into one: what is not exported cannot be imported. */
function declare() {
  execFileSync(process.execPath, [require.resolve("typescript/bin/tsc"), "-p", "tsconfig.build.json"], {
    cwd: root,
    stdio: "inherit",
  });
  const { Extractor, ExtractorConfig } = require("@microsoft/api-extractor");
  const config = ExtractorConfig.loadFileAndPrepare(`${root}/api-extractor.json`);
  config.apiReportEnabled = false;
  const { succeeded } = Extractor.invoke(config, { localBuild: true, messageCallback: onlyProblems });
  if (!succeeded) throw new Error("the declarations cannot be made into one file");
  copyFileSync(`${root}/build/provider.d.ts`, `${root}/dist/provider.d.ts`);
}

function onlyProblems(message) {
  message.handled = !["error", "warning"].includes(message.logLevel);
}

async function bundle() {
  const build = await rolldown({
    cwd: root,
    input: { index: "src/index.ts", provider: "src/provider.ts" },
    platform: "node",
    external: (name) => /^[^./]/.test(name),
    // The alias there is for programs that import the package; nothing in src does.
    tsconfig: false,
  });
  const { output } = await build.generate({
    dir: "dist",
    format: "cjs",
    exports: "named",
    strict: true,
    chunkFileNames: "[name].js",
    codeSplitting: { groups: [{ name: "reading", minShareCount: 2 }] },
    minifyInternalExports: true,
    generatedCode: { symbols: false },
    sourcemap: true,
  });
  for (const { type, fileName, code, map } of output) if (type === "chunk") await write(fileName, code, map);
}

async function write(fileName, code, bundled) {
  const { code: small, map } = await minify(code, {
    ecma: 2022,
    toplevel: true,
    compress: { passes: 2 },
    mangle: { keep_classnames: true, reserved: classNames(code) },
    // In lines, because Node.js shows the whole line that an error comes from.
    format: { max_line_len: 160 },
    sourceMap: {
      content: bundled ?? undefined,
      filename: fileName,
      url: `${fileName}.map`,
      includeSources: true,
    },
  });
  writeFileSync(`${root}/dist/${fileName}`, small);
  writeFileSync(`${root}/dist/${fileName}.map`, map);
}

// A stack trace and console.log show a class by its name.
function classNames(code) {
  return [...code.matchAll(/\b(\w+) = class\b/g)].map(([, name]) => name);
}
