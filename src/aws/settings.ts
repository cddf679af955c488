import type { AssumeRoleArgs, ConnectionArgs } from "../arguments/connection";

/** The members of `aws:assumeRoleWithWebIdentity`. */
export interface WebIdentitySettings {
  readonly roleArn?: string;
  readonly sessionName?: string;
  readonly webIdentityToken?: string;
  readonly webIdentityTokenFile?: string;
  readonly duration?: string;
  readonly policy?: string;
  readonly policyArns?: string[];
}

/** The connection settings of a read, from all sources. Contains credentials: never print or store it. */
export interface ConnectionSettings {
  readonly region?: string;
  readonly profile?: string;
  readonly accessKey?: string;
  readonly secretKey?: string;
  readonly token?: string;
  readonly sharedConfigFiles?: string[];
  readonly sharedCredentialsFiles?: string[];
  readonly assumeRoles?: AssumeRoleArgs[];
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

/** The keys of the `aws:` configuration and of an `aws.Provider` that affect a read. */
export const settingKeys = [
  "region",
  "profile",
  "accessKey",
  "secretKey",
  "token",
  "sharedConfigFiles",
  "sharedCredentialsFiles",
  "assumeRole",
  "assumeRoles",
  "assumeRoleWithWebIdentity",
  "stsRegion",
  "endpoints",
  "useFipsEndpoint",
  "useDualstackEndpoint",
  "maxRetries",
  "retryMode",
  "httpProxy",
  "httpsProxy",
  "noProxy",
  "customCaBundle",
  "insecure",
  "ec2MetadataServiceEndpoint",
  "ec2MetadataServiceEndpointMode",
  "skipMetadataApiCheck",
  "allowedAccountIds",
  "forbiddenAccountIds",
] as const;

export type SettingKey = (typeof settingKeys)[number];
export type SettingName = keyof ConnectionSettings;

export function settingsOf(key: SettingKey): SettingName[] {
  if (key === "endpoints") return ["ivschatEndpoint", "stsEndpoint", "ssoEndpoint"];
  return [key === "assumeRole" ? "assumeRoles" : key];
}

/**
 * Overrides the settings of the provider or stack with arguments. `profile` replaces all credentials, including keys and roles.
 * `assumeRole` replaces only the roles: the configured credentials are used to assume the new role.
 */
export function withArguments(base: ConnectionSettings, args: ConnectionArgs): ConnectionSettings {
  const { region, profile, assumeRole, endpoint } = args;
  const credentials: ConnectionSettings =
    profile === undefined
      ? {}
      : {
          profile,
          accessKey: undefined,
          secretKey: undefined,
          token: undefined,
          assumeRoles: undefined,
          assumeRoleWithWebIdentity: undefined,
        };
  return defined({
    ...base,
    ...credentials,
    ...defined({ region, ivschatEndpoint: endpoint, assumeRoles: assumeRole && [assumeRole] }),
  });
}

/** Removes members that are undefined or empty arrays. */
export function defined<T extends object>(value: { readonly [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, member]) => member !== undefined && !(Array.isArray(member) && member.length === 0),
    ),
  ) as T;
}
