import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { version } from "../../package.json";
import { pluginExecutable, pluginFolder } from "./yamlProject";

/** Generates the SDK for a language into `FOLDER/LANGUAGE`, as `pulumi package add` does. */
export function generateSdk(language: "python" | "go", folder: string): void {
  const schema = join(pluginFolder, "schema.json");
  // The setup provides this generator if it builds the language hosts for Python and Go, because they cannot generate SDKs.
  const [command, args] = process.env.PULUMI_IVSCHAT_GENERATE_SDK
    ? ["generateSdk", [language, schema, version, join(folder, language)]]
    : ["pulumi", ["package", "gen-sdk", pluginExecutable, "--language", language, "--out", folder]];
  execFileSync(command, args, { stdio: "pipe" });
}
