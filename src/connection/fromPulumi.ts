import * as pulumi from "@pulumi/pulumi";
import { resolved } from "./resolved";
import { readSettings, settingKeys, type ConnectionSettings } from "./settings";

/**
 * The settings of the provider among these options, or the one that their parent hands down; without one, those of the stack's `aws:`
 * configuration, which an explicit provider does not inherit. Undefined while the provider's are not known yet.
 */
export async function settingsFor(opts: pulumi.InvokeOptions): Promise<ConnectionSettings | undefined> {
  const provider = providerOf(opts);
  return provider ? settingsOfProvider(provider) : stackSettings();
}

/** The explicit provider of AWS among these options, or handed down by their parent. */
export function providerOf({ provider, parent }: pulumi.InvokeOptions): pulumi.ProviderResource | undefined {
  if (provider !== undefined && !isAws(provider)) {
    throw new pulumi.RunError(
      `the provider must be an aws.Provider of @pulumi/aws, not ${String((provider as { __pulumiType?: string }).__pulumiType)}`,
    );
  }
  return provider ?? parent?.getProvider("aws::Provider");
}

/** The settings of a provider, read through the outputs that it carries; undefined while they are not known. */
export async function settingsOfProvider(
  provider: pulumi.ProviderResource,
): Promise<ConnectionSettings | undefined> {
  const members = provider as unknown as Record<string, unknown>;
  const entries = settingKeys.map((key) => [key, members[key]] as const);
  const { value, isKnown } = await resolved(Object.fromEntries(entries));
  if (!isKnown) return undefined;
  return readSettings((key) => (value as Record<string, unknown>)[key], "the aws.Provider");
}

/** The settings of the stack's `aws:` configuration. */
export function stackSettings(): ConnectionSettings {
  const config = new pulumi.Config("aws");
  return readSettings((key) => config.get(key), "the stack's aws: configuration");
}

function isAws(provider: pulumi.ProviderResource): boolean {
  return (provider as { __pulumiType?: string }).__pulumiType === "pulumi:providers:aws";
}
