import type { ConnectionArguments } from "./arguments";
import type { ConnectionSettings, SettingName } from "./settings";
/**
 * Which of the settings that are not known yet bear on a read with these arguments: without them, who asks where cannot be told.
 * `settings` are those that are known.
 */
export declare function bearing(unknown: readonly SettingName[], settings: ConnectionSettings, args: ConnectionArguments & {
    readonly identifier?: string | undefined;
}): SettingName[];
