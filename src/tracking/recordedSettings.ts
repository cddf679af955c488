import { relevantSettings } from "../aws/relevantSettings";
import type { ConnectionSettings, SettingName } from "../aws/settings";
import type { Lookup, RecordedConnection, RecordedProvider } from "./properties";
import { holdsUnknown } from "./unknown";

export function knownSettings(provider: RecordedProvider): ConnectionSettings {
  const { secrets: _, problem: __, ...settings } = provider;
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => !holdsUnknown(value)));
}

/** Returns whether an unknown connection setting can affect the read. */
export function isConnectionUnknown(
  connection: RecordedConnection | undefined,
  { identifier }: Lookup,
): boolean {
  const { provider, ...args } = connection ?? {};
  if (holdsUnknown(args)) return true;
  if (provider === undefined) return false;
  const unknown = Object.entries(provider).filter(([, value]) => holdsUnknown(value));
  const names = unknown.map(([name]) => name as SettingName);
  return relevantSettings(names, knownSettings(provider), { ...args, identifier }).length > 0;
}
