import { type AssumeRoleSettings, type ConnectionSettings } from "./settings";
/** The connection that a call's own arguments name. */
export interface ConnectionArguments {
    readonly region?: string;
    readonly profile?: string;
    readonly assumeRole?: AssumeRoleSettings;
    readonly endpoint?: string;
}
/**
 * The settings that result when a call's own arguments come before those of the provider or the stack. A profile is an identity: with
 * it, the keys and roles of the settings below do not apply. A role is assumed with the identity below, in the place of its roles.
 */
export declare function withArguments(base: ConnectionSettings, args: ConnectionArguments): ConnectionSettings;
