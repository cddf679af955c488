import type { STSClientConfig } from "@aws-sdk/client-sts";
import type { ConnectionSettings } from "../settings";
export type CredentialsProvider = Extract<NonNullable<STSClientConfig["credentials"]>, () => unknown>;
export type Credentials = Awaited<ReturnType<CredentialsProvider>>;
/** What the SDK's clients of STS are made with. */
export interface StsConfig {
    readonly region: string;
    readonly requestHandler: NonNullable<STSClientConfig["requestHandler"]>;
    readonly maxAttempts: number;
    readonly endpoint?: string;
    readonly useFipsEndpoint?: boolean;
    readonly useDualstackEndpoint?: boolean;
}
/** How credentials are resolved, whatever their source. */
export interface Way {
    readonly settings: ConnectionSettings;
    /** Aborts whatever is under way. */
    readonly signal: AbortSignal;
    /** For clients of STS: in the region of the settings, else in this one. */
    sts(region?: string): StsConfig;
    /** For clients of SSO, whose region is the profile's. */
    sso(): Omit<StsConfig, "region">;
}
/** The credentials that the settings and the environment name, with the settings' roles assumed. */
export declare function resolveCredentials(way: Way): Promise<Credentials>;
