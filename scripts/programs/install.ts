import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { openProject } from "../openProject";
import { root, run } from "../run";

/**
 * Runs `pulumi install` in a project, and returns environment variables for the next commands. The language hosts that the setup builds
 * cannot generate SDKs. With these hosts, runs the steps of `pulumi install` separately.
 */
export async function pulumiInstall(
  top: string,
  project: string,
  env: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const generator = (env.PATH ?? "").split(delimiter).map((folder) => join(folder, "generateSdk"));
  const generateSdk = generator.find(existsSync);
  if (generateSdk === undefined) {
    await (await openProject(top, project, env)).expectOk("install");
    return {};
  }
  const [, language = ""] =
    /^(?:runtime:| {2}name:) (python|go)$/m.exec(await textOf(project, "Pulumi.yaml")) ?? [];
  const { version } = JSON.parse(await textOf(root, "package.json")) as { version: string };
  const plugin = join(project, "node_modules/pulumi-ivschat/plugin");
  await run(generateSdk, [language, join(plugin, "schema.json"), version, join(project, "sdks/ivschat")]);
  // Instead of `go mod tidy`, which would also download the modules that the tests of all dependencies use.
  if (language === "go") return { GOFLAGS: "-mod=mod -trimpath" };
  await run("python3", ["-m", "venv", "venv"], env, undefined, project);
  const python = join(project, "venv/bin/python");
  const flags = ["--quiet", "--disable-pip-version-check", "--requirement", "requirements.txt"];
  await run(python, ["-m", "pip", "install", ...flags], env, undefined, project);
  return { PULUMI_PYTHON_CMD: python };
}

const textOf = (folder: string, file: string) => readFile(join(folder, file), "utf8");
