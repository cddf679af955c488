import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProjectOptions } from "./project";
import { generateSdk } from "./sdk";
import { pluginFolder } from "./yamlProject";

const isMissing = process.env.PULUMI_IVSCHAT_NO_GO !== undefined;

/** Describes tests of Go programs. The tests are skipped if the setup could not install what they need. */
export const describeGo = isMissing ? describe.skip : describe;

/** Returns the options for a project with a Go program that uses the plugin of this checkout through a generated SDK. */
export function goProject(
  files: Readonly<Record<string, string>>,
  options: Partial<ProjectOptions> = {},
): ProjectOptions {
  return {
    settings: { packages: { ivschat: pluginFolder } },
    ...options,
    config: { "ivschat:region": "us-east-1", ...options.config },
    runtime: "go",
    files: { ...(isMissing ? {} : sdkFiles()), ...files },
    // `-mod=mod` makes `go mod tidy` unnecessary. `-trimpath` allows Go to reuse packages that the setup compiled with the same flag.
    env: { ...options.env, GOFLAGS: "-mod=mod -trimpath" },
  };
}

function sdkFiles(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "ivschat-go-"));
  try {
    generateSdk("go", folder);
    const top = join(folder, "go");
    const entries = readdirSync(top, { recursive: true, withFileTypes: true, encoding: "utf8" });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    return Object.fromEntries(
      files.map((file) => [join("sdks/ivschat", file.slice(top.length + 1)), readFileSync(file, "utf8")]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
