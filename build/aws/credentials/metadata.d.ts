import type { Credentials, Way } from "./resolve";
import type { Profile } from "../profiles";
import type { ConnectionSettings } from "../settings";
/** The credentials that a container is given: AWS_CONTAINER_CREDENTIALS_RELATIVE_URI, or _FULL_URI. */
export declare function fromContainer(): Promise<Credentials>;
export declare function isMetadataDisabled({ skipMetadataApiCheck }: ConnectionSettings): boolean;
/**
 * The credentials of the EC2 instance that this runs on. Not the SDK's `fromInstanceMetadata`, which takes its endpoint from the environment
 * only, so that settings of one program in a process would change it for all.
 *
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html
 */
export declare function fromInstance(profile: Profile, { settings, signal }: Way): Promise<Credentials>;
