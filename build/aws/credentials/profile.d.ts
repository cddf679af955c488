import type { Credentials, Way } from "./resolve";
import type { Profile, Profiles } from "../profiles";
/** Whether a profile says where its credentials come from. */
export declare function givesCredentials(profile: Profile): boolean;
/**
 * The credentials of a profile. Each kind is resolved from what the profile holds, in the SDK's order, because the SDK's own `fromIni`
 * cannot end a credential process, asks SSO in the region of STS, and looks for SSO profiles in the usual files only.
 */
export declare function fromProfile(name: string, profiles: Profiles, way: Way, sources?: readonly string[]): Promise<Credentials>;
