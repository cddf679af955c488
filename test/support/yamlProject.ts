import { join, resolve } from "node:path";
import type { ProjectOptions } from "./project";

/** The folder of the provider plugin, with its bundle. */
export const pluginFolder = resolve(__dirname, "../../plugin");

/** Tests of YAML programs, which set-up's language host runs. Where there is none, set-up says so and they are skipped. */
export const describeYaml = process.env.PULUMI_IVSCHAT_NO_YAML ? describe.skip : describe;

/** A program in YAML, as the members of Pulumi.yaml. */
export interface YamlProgram {
  readonly config?: object;
  readonly variables?: object;
  readonly resources?: object;
  readonly outputs?: object;
}

const plugins = { providers: [{ name: "ivschat", path: pluginFolder }] };

/** The options of a project with a program in YAML that uses the plugin of this checkout. */
export function yamlProject(program: YamlProgram, options: Partial<ProjectOptions> = {}): ProjectOptions {
  const config = { "ivschat:region": "us-east-1", ...options.config };
  return { ...options, config, runtime: "yaml", settings: { plugins, ...program }, files: {} };
}

/** The beginning of Pulumi.yaml, before the program. */
export const yamlHead = `name: rooms\nruntime: yaml\nplugins: ${JSON.stringify(plugins)}\n`;

/** The text of Pulumi.yaml with another program. JSON is YAML. */
export function yamlText(program: YamlProgram): string {
  return JSON.stringify({ name: "rooms", runtime: "yaml", plugins, ...program });
}

/** The bundled plugin, which the engine starts. */
export const pluginExecutable = join(pluginFolder, "pulumi-resource-ivschat");
