import type { ConnectionSettings } from "./settings";
/** A profile of the shared files, by the AWS CLI's keys. */
export type Profile = Readonly<Record<string, string | undefined>>;
/** A pair of shared files, by the SDK's names; without one of them, it is at its usual place. */
export interface SharedFiles {
    readonly filepath?: string;
    readonly configFilepath?: string;
}
/** The profile that the settings or the environment name. */
export declare function namedProfile(settings: ConnectionSettings): string | undefined;
/** The profiles of the shared files that the settings name, or of those at their usual places. */
export declare class Profiles {
    private readonly profiles;
    private readonly homes;
    private constructor();
    /**
     * Reads the files anew. As in the AWS CLI and in Pulumi's AWS provider, a later file comes before an earlier one, and a credentials file
     * before a config file, key by key.
     */
    static load(settings: ConnectionSettings): Promise<Profiles>;
    get(name: string): Profile | undefined;
    /** The files that hold a profile, for what the SDK looks up there by itself. */
    filesOf(name: string): SharedFiles;
}
