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

/** What a provider of AWS says of how to reach the service. */
export interface ProviderSettings {
  readonly settings: ConnectionSettings;
  /** The settings that are outputs of what does not exist yet. */
  readonly unknown: readonly SettingName[];
  /** The settings that are secret, or were made of something secret. */
  readonly secret: readonly SettingName[];
  readonly resources: Set<pulumi.Resource>;
}

/**
 * The settings of the provider among these options, or the one that their parent hands down; without one, those of the stack's `aws:`
 * configuration, which an explicit provider does not inherit. Undefined while the provider lacks one that bears on a read with these
 * arguments.
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

/** The explicit provider of AWS among these options, or handed down by their parent. */
export function providerOf({ provider, parent }: pulumi.InvokeOptions): pulumi.ProviderResource | undefined {
  if (provider !== undefined && !isAws(provider)) {
    throw new pulumi.RunError(
      `the provider must be an aws.Provider of @pulumi/aws, not ${typeOf(provider) ?? "another value"}`,
    );
  }
  return provider ?? parent?.getProvider("aws::Provider");
}

const read = new WeakMap<pulumi.ProviderResource, Promise<ProviderSettings>>();

/** The settings of a provider, read through the outputs that it carries, once for all who use it. Throws a ConnectionProblem. */
export function settingsOfProvider(provider: pulumi.ProviderResource): Promise<ProviderSettings> {
  const settings = read.get(provider) ?? readProvider(provider);
  read.set(provider, settings);
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

/** The settings of the stack's `aws:` configuration. */
export function stackSettings(): ConnectionSettings {
  const config = new pulumi.Config("aws");
  return readSettings((key) => config.get(key), "the stack's aws: configuration");
}

function isAws(provider: pulumi.ProviderResource): boolean {
  return typeOf(provider) === "pulumi:providers:aws";
}
