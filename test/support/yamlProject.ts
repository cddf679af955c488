import { join, resolve } from "node:path";
import type { ProjectOptions } from "./project";

/** The folder of the bundled provider plugin. */
export const pluginFolder = resolve(__dirname, "../../plugin");

/** Describes tests of YAML programs. The tests are skipped if the setup could not install the language host for YAML. */
export const describeYaml = process.env.PULUMI_IVSCHAT_NO_YAML ? describe.skip : describe;

/** The members of a Pulumi.yaml that contain a program. */
export interface YamlProgram {
  readonly config?: object;
  readonly variables?: object;
  readonly resources?: object;
  readonly outputs?: object;
}

const plugins = { providers: [{ name: "ivschat", path: pluginFolder }] };

/** Returns the options for a project with a YAML program that uses the plugin of this checkout. */
export function yamlProject(program: YamlProgram, options: Partial<ProjectOptions> = {}): ProjectOptions {
  const config = { "ivschat:region": "us-east-1", ...options.config };
  return { files: {}, ...options, config, runtime: "yaml", settings: { plugins, ...program } };
}

/** The start of Pulumi.yaml, before the program. */
export const yamlHead = `name: rooms\nruntime: yaml\nplugins: ${JSON.stringify(plugins)}\n`;

/** Returns the text of a Pulumi.yaml with the program, as JSON, because YAML is a superset of JSON. */
export function yamlText(program: YamlProgram): string {
  return JSON.stringify({ name: "rooms", runtime: "yaml", plugins, ...program });
}

/** The bundled plugin, which the engine starts. */
export const pluginExecutable = join(pluginFolder, "pulumi-resource-ivschat");
