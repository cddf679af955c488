import type { ConnectionSettings } from "./settings";
/** The region where neither an ARN nor an argument names one. Throws a ConnectionProblem where nothing does. */
export declare function defaultRegion(settings: ConnectionSettings): Promise<string>;
/**
 * A region that is of the form of AWS's own, as a host name is made of it. An ARN's must be one of the partition `aws`, which is the only one
 * with rooms: whoever names a room does not choose another partition's servers.
 */
export declare function checkedRegion(region: string, origin: "settings" | "arn"): string;
/** The region of the settings, of AWS_REGION or AWS_DEFAULT_REGION, then of the profile in the shared files. */
export declare function configuredRegion(settings: ConnectionSettings): Promise<string | undefined>;
