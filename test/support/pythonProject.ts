import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { ProjectOptions } from "./project";
import { generateSdk } from "./sdk";
import { pluginFolder } from "./yamlProject";

const isMissing = process.env.PULUMI_IVSCHAT_NO_PYTHON !== undefined;

/** Describes tests of Python programs. The tests are skipped if the setup could not install what they need. */
export const describePython = isMissing ? describe.skip : describe;

const virtualenv = resolve(__dirname, "../../.venv");
const python = join(virtualenv, "bin", "python");

/** Returns the options for a project with a Python program that uses the plugin of this checkout through a generated SDK. */
export function pythonProject(
  files: Readonly<Record<string, string>>,
  options: Partial<ProjectOptions> = {},
): ProjectOptions {
  return {
    settings: { packages: { ivschat: pluginFolder } },
    ...options,
    config: { "ivschat:region": "us-east-1", ...options.config },
    runtime: { name: "python", options: { toolchain: "pip", virtualenv } },
    files,
    // For the language host that the setup builds, which ignores the options of the runtime.
    env: { ...options.env, PULUMI_PYTHON_CMD: python, PYTHONPATH: sdk },
  };
}

/** The folder of the generated SDK. Separate from the virtual environment, which several test files use concurrently. */
const sdk = mkdtempSync(join(tmpdir(), "ivschat-python-"));
beforeAll(() => {
  if (isMissing) return;
  generateSdk("python", sdk);
  const flags = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation"];
  const args = ["-m", "pip", "install", ...flags, "--target", sdk, join(sdk, "python")];
  execFileSync(python, args, { stdio: "pipe" });
});
afterAll(() => {
  rmSync(sdk, { recursive: true });
});
