import type { ConnectionArgs } from "../arguments/connection";
import type { ConnectionSettings, SettingName } from "./settings";

/** Returns the unknown settings that can affect a read with these arguments. `settings` contains the known settings. */
export function relevantSettings(
  unknown: readonly SettingName[],
  settings: ConnectionSettings,
  args: ConnectionArgs & { readonly identifier?: string | undefined },
): SettingName[] {
  const { region, profile, assumeRole, endpoint, identifier } = args;
  const isUnknown = (name: SettingName) => unknown.includes(name);
  const irrelevant = new Set<SettingName>(["maxRetries", "retryMode"]);
  const ignore = (...names: SettingName[]) => {
    for (const name of names) irrelevant.add(name);
  };
  if (profile !== undefined)
    ignore("profile", "accessKey", "secretKey", "token", "assumeRoles", "assumeRoleWithWebIdentity");
  if (settings.accessKey !== undefined && settings.secretKey !== undefined) ignore("profile");
  if (assumeRole !== undefined) ignore("assumeRoles");
  if (endpoint !== undefined) ignore("ivschatEndpoint");
  // If a role is assumed, the region in the settings matters even with an ARN, because STS requests use the region in the settings.
  const isRoleAssumed =
    assumeRole !== undefined ||
    (["assumeRoles", "assumeRoleWithWebIdentity"] as const).some(
      (name) => !irrelevant.has(name) && (settings[name] !== undefined || isUnknown(name)),
    );
  const isRoleRegionKnown = !isRoleAssumed || settings.stsRegion !== undefined;
  if (region !== undefined || (identifier !== undefined && isRoleRegionKnown)) ignore("region");
  return unknown.filter((name) => !irrelevant.has(name));
}
