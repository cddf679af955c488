import type { ConnectionArgs } from "../arguments/connection";
import type { ConnectionSettings, SettingName } from "./settings";

/**
 * Which of the settings that are not known yet bear on a read with these arguments: without them, who asks where cannot be told.
 * `settings` are those that are known.
 */
export function relevantSettings(
  unknown: readonly SettingName[],
  settings: ConnectionSettings,
  args: ConnectionArgs & { readonly identifier?: string | undefined },
): SettingName[] {
  const { region, profile, assumeRole, endpoint, identifier } = args;
  const isUnknown = (name: SettingName) => unknown.includes(name);
  const without = new Set<SettingName>(["maxRetries", "retryMode"]);
  const leaveOut = (...names: SettingName[]) => {
    for (const name of names) without.add(name);
  };
  if (profile !== undefined)
    leaveOut("profile", "accessKey", "secretKey", "token", "assumeRoles", "assumeRoleWithWebIdentity");
  if (settings.accessKey !== undefined && settings.secretKey !== undefined) leaveOut("profile");
  if (assumeRole !== undefined) leaveOut("assumeRoles");
  if (endpoint !== undefined) leaveOut("ivschatEndpoint");
  // Roles are assumed in the settings' region, whatever the room's.
  const isRoleAssumed =
    assumeRole !== undefined ||
    (["assumeRoles", "assumeRoleWithWebIdentity"] as const).some(
      (name) => !without.has(name) && (settings[name] !== undefined || isUnknown(name)),
    );
  const isRoleRegionKnown = !isRoleAssumed || settings.stsRegion !== undefined;
  if (region !== undefined || (identifier !== undefined && isRoleRegionKnown)) leaveOut("region");
  return unknown.filter((name) => !without.has(name));
}
