import { relevantSettings } from "../aws/relevantSettings";
import { readSettings } from "../aws/readSettings";
import {
  settingKeys,
  settingsOf,
  type ConnectionSettings,
  type SettingKey,
  type SettingName,
} from "../aws/settings";
import type { ConnectionArgs } from "../arguments/connection";
import { runSettingKeys, runSettings, type RunSettings } from "../reading/run";
import { holdsUnknown } from "../tracking/unknown";
import type { Values } from "./values";

/** The keys of the provider's configuration. */
export const configurationKeys: readonly string[] = [...settingKeys, ...runSettingKeys];

/** The keys whose values the engine keeps secret, whatever the program says. */
export const secretKeys: readonly string[] = ["accessKey", "secretKey", "token", "httpProxy", "httpsProxy"];

/** The configuration of the provider. */
export class Configuration {
  readonly settings: ConnectionSettings;
  readonly run: RunSettings;
  private readonly unknown: readonly SettingName[];
  /** Values that no message may show. */
  readonly secretValues: readonly unknown[];

  /** Throws a ConnectionProblem that names the key that is wrong. */
  constructor({ values, secrets }: Values) {
    const isUnknown = (key: string) => holdsUnknown(values[key]);
    const get = (key: string) => (isUnknown(key) ? undefined : values[key]);
    this.settings = readSettings(get, "the provider ivschat");
    // Numbers and booleans arrive as they are, or as JSON text.
    this.run = runSettings((key) => {
      const value = get(key);
      return value === undefined || typeof value === "string" ? value : JSON.stringify(value);
    });
    this.unknown = settingKeys.filter(isUnknown).flatMap((key: SettingKey) => settingsOf(key));
    this.secretValues = [...secrets, ...secretKeys].map((key) => values[key]);
  }

  /** Whether everything is known that decides how a read with these arguments reaches the service. */
  isKnownFor(args: ConnectionArgs & { readonly identifier?: string | undefined }): boolean {
    return relevantSettings(this.unknown, this.settings, args).length === 0;
  }
}
