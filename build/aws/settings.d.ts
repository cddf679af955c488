/** A role to assume, as `aws:assumeRoles` and the argument `assumeRole` have it. */
export interface AssumeRoleSettings {
    readonly roleArn: string;
    readonly sessionName?: string;
    readonly externalId?: string;
    readonly duration?: string;
    readonly policy?: string;
    readonly policyArns?: string[];
    readonly sourceIdentity?: string;
    readonly tags?: Record<string, string>;
    readonly transitiveTagKeys?: string[];
}
/** A role to assume with a token, as `aws:assumeRoleWithWebIdentity` has it. */
export interface WebIdentitySettings {
    readonly roleArn?: string;
    readonly sessionName?: string;
    readonly webIdentityToken?: string;
    readonly webIdentityTokenFile?: string;
    readonly duration?: string;
    readonly policy?: string;
    readonly policyArns?: string[];
}
/** All that bears on how a read reaches the service, whatever it came from. Holds keys: never printed, never stored. */
export interface ConnectionSettings {
    readonly region?: string;
    readonly profile?: string;
    readonly accessKey?: string;
    readonly secretKey?: string;
    readonly token?: string;
    readonly sharedConfigFiles?: string[];
    readonly sharedCredentialsFiles?: string[];
    readonly assumeRoles?: AssumeRoleSettings[];
    readonly assumeRoleWithWebIdentity?: WebIdentitySettings;
    readonly stsRegion?: string;
    readonly ivschatEndpoint?: string;
    readonly stsEndpoint?: string;
    readonly ssoEndpoint?: string;
    readonly useFipsEndpoint?: boolean;
    readonly useDualstackEndpoint?: boolean;
    readonly maxRetries?: number;
    readonly retryMode?: string;
    readonly httpProxy?: string;
    readonly httpsProxy?: string;
    readonly noProxy?: string;
    readonly customCaBundle?: string;
    readonly insecure?: boolean;
    readonly ec2MetadataServiceEndpoint?: string;
    readonly ec2MetadataServiceEndpointMode?: string;
    readonly skipMetadataApiCheck?: boolean;
    readonly allowedAccountIds?: string[];
    readonly forbiddenAccountIds?: string[];
}
/** The keys of @pulumi/aws, as configuration or as members of a provider, that bear on a read. */
export declare const settingKeys: readonly ["region", "profile", "accessKey", "secretKey", "token", "sharedConfigFiles", "sharedCredentialsFiles", "assumeRole", "assumeRoles", "assumeRoleWithWebIdentity", "stsRegion", "endpoints", "useFipsEndpoint", "useDualstackEndpoint", "maxRetries", "retryMode", "httpProxy", "httpsProxy", "noProxy", "customCaBundle", "insecure", "ec2MetadataServiceEndpoint", "ec2MetadataServiceEndpointMode", "skipMetadataApiCheck", "allowedAccountIds", "forbiddenAccountIds"];
export type SettingKey = (typeof settingKeys)[number];
export type SettingName = keyof ConnectionSettings;
/** The settings that a key gives. */
export declare function settingsOf(key: SettingKey): SettingName[];
/**
 * Settings from keys as @pulumi/aws has them: strings, with JSON for whatever has a structure. The stack's configuration and the outputs
 * of an `aws.Provider` both come that way. `origin` names the source in errors, which never show a value: any may be secret.
 */
export declare function readSettings(get: (key: SettingKey) => unknown, origin: string): ConnectionSettings;
/** The same object without the members that are undefined or an empty array. */
export declare function defined<T extends object>(value: {
    readonly [Key in keyof T]: T[Key] | undefined;
}): T;
