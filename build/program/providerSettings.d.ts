import * as pulumi from "@pulumi/pulumi";
import type { ConnectionArguments } from "../aws/arguments";
import { type ConnectionSettings, type SettingName } from "../aws/settings";
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
export declare function settingsFor(opts: pulumi.InvokeOptions, args: ConnectionArguments & {
    readonly identifier?: string;
}): Promise<ConnectionSettings | undefined>;
/** The explicit provider of AWS among these options, or handed down by their parent. */
export declare function providerOf({ provider, parent }: pulumi.InvokeOptions): pulumi.ProviderResource | undefined;
/** The settings of a provider, read through the outputs that it carries, once for all who use it. Throws a ConnectionProblem. */
export declare function settingsOfProvider(provider: pulumi.ProviderResource): Promise<ProviderSettings>;
/** The settings of the stack's `aws:` configuration. */
export declare function stackSettings(): ConnectionSettings;
