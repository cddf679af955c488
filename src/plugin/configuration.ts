import { relevantSettings } from "../aws/relevantSettings";
import { readSettings } from "../aws/readSettings";
import {
  settingKeys,
  settingsOf,
  type ConnectionSettings,
  type SettingKey,
  type SettingName,
} from "../aws/settings";
import { ConnectionProblem } from "../aws/problem";
import type { ConnectionArgs } from "../arguments/connection";
import { runSettingKeys, runSettings, type RunSettings } from "../reading/run";
import { withoutSecrets } from "../room/withoutSecrets";
import { holdsUnknown } from "../tracking/unknown";
import { credentialsIn, secretKeys, valuesIn } from "./credentials";
import type { Values } from "./values";

export { secretKeys };

export const configurationKeys: readonly string[] = [...settingKeys, ...runSettingKeys];

/** The provider's configuration, validated. */
export class Configuration {
  readonly settings: ConnectionSettings;
  readonly run: RunSettings;
  private readonly unknown: readonly SettingName[];
  /** The values that messages must not contain. */
  private readonly secretValues: readonly string[];

  /** Throws a ConnectionProblem that names the key whose value is invalid. */
  constructor({ values, secrets }: Values) {
    const isUnknown = (key: string) => holdsUnknown(values[key]);
    const get = (key: string) => (isUnknown(key) ? undefined : values[key]);
    const hidden = [...secrets, ...secretKeys].map((key) => values[key]);
    this.secretValues = [
      ...hidden.filter((value) => typeof value === "string"),
      ...hidden.flatMap(valuesIn),
      ...credentialsIn(values),
    ];
    try {
      this.settings = readSettings(get, "the provider ivschat");
      this.run = runSettings((key) => textOf(get(key)));
    } catch (error) {
      if (!(error instanceof ConnectionProblem)) throw error;
      throw new ConnectionProblem(error.kind, this.withoutSecrets(error.message));
    }
    this.unknown = settingKeys.filter(isUnknown).flatMap((key: SettingKey) => settingsOf(key));
  }

  /** Returns whether all settings that can affect a read with these arguments are known. */
  isKnownFor(args: ConnectionArgs & { readonly identifier?: string | undefined }): boolean {
    return relevantSettings(this.unknown, this.settings, args).length === 0;
  }

  /** Removes the configuration's credentials and secret values from a message. */
  withoutSecrets(message: string): string {
    return withoutSecrets(message, this.secretValues);
  }
}

// The engine sends a number or a boolean either as such or as a JSON string.
function textOf(value: unknown): string | undefined {
  return value === undefined || typeof value === "string" ? value : JSON.stringify(value);
}
