import * as pulumi from "@pulumi/pulumi";
import type { ConnectionArgs } from "../arguments/connection";
import { relevantSettings } from "../aws/relevantSettings";
import { readSettings } from "../aws/readSettings";
import { typeOf } from "./pulumi/resources";
import { resolvedMember } from "./pulumi/outputs";
import {
  settingKeys,
  settingsOf,
  type ConnectionSettings,
  type SettingKey,
  type SettingName,
} from "../aws/settings";

export interface ProviderSettings {
  readonly settings: ConnectionSettings;
  readonly unknown: readonly SettingName[];
  /** The names of the settings that are secret. */
  readonly secret: readonly SettingName[];
  readonly resources: Set<pulumi.Resource>;
}

/**
 * Returns the settings of the explicit provider or, without a provider, of the stack's `aws:` configuration. Returns undefined if an
 * unknown setting can affect a read with these arguments.
 */
export async function settingsFor(
  opts: pulumi.InvokeOptions,
  args: ConnectionArgs & { readonly identifier?: string },
): Promise<ConnectionSettings | undefined> {
  const provider = providerOf(opts);
  if (provider === undefined) return stackSettings();
  const { settings, unknown } = await settingsOfProvider(provider);
  return relevantSettings(unknown, settings, args).length === 0 ? settings : undefined;
}

/** Returns the aws.Provider in the options `provider` or `parent`. Throws a RunError if `provider` is not an aws.Provider. */
export function providerOf({ provider, parent }: pulumi.InvokeOptions): pulumi.ProviderResource | undefined {
  if (provider !== undefined && !isAws(provider)) {
    throw new pulumi.RunError(
      `the provider must be an aws.Provider of @pulumi/aws, not ${typeOf(provider) ?? "another value"}`,
    );
  }
  return provider ?? parent?.getProvider("aws::Provider");
}

const cache = new WeakMap<pulumi.ProviderResource, Promise<ProviderSettings>>();

/** Reads the settings from a provider's outputs, and caches them. Throws a ConnectionProblem. */
export function settingsOfProvider(provider: pulumi.ProviderResource): Promise<ProviderSettings> {
  const settings = cache.get(provider) ?? readProvider(provider);
  cache.set(provider, settings);
  return settings;
}

async function readProvider(provider: pulumi.ProviderResource): Promise<ProviderSettings> {
  const members = provider as unknown as Record<string, unknown>;
  const entries = await Promise.all(
    settingKeys.map(async (key) => [key, await resolvedMember(members[key])] as const),
  );
  const values = new Map(entries);
  const isUnknown = (key: SettingKey) => values.get(key)?.isKnown === false;
  const settings = readSettings(
    (key) => (isUnknown(key) ? undefined : values.get(key)?.value),
    "the aws.Provider",
  );
  const named = (keys: SettingKey[]) => [...new Set(keys.flatMap(settingsOf))];
  return {
    settings,
    unknown: named(settingKeys.filter(isUnknown)),
    secret: named(settingKeys.filter((key) => values.get(key)?.isSecret)).filter((name) => name in settings),
    resources: new Set(entries.flatMap(([, { resources }]) => [...resources])),
  };
}

export function stackSettings(): ConnectionSettings {
  const config = new pulumi.Config("aws");
  return readSettings((key) => config.get(key), "the stack's aws: configuration");
}

function isAws(provider: pulumi.ProviderResource): boolean {
  return typeOf(provider) === "pulumi:providers:aws";
}
