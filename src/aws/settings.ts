import type { AssumeRoleArgs, ConnectionArgs } from "../arguments/connection";

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

/** The keys of @pulumi/aws, as configuration or as members of a provider, that bear on a read. */
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

/** The settings that a key gives. */
export function settingsOf(key: SettingKey): SettingName[] {
  if (key === "endpoints") return ["ivschatEndpoint", "stsEndpoint", "ssoEndpoint"];
  return [key === "assumeRole" ? "assumeRoles" : key];
}

/**
 * The settings that result when a call's own arguments come before those of the provider or the stack. A profile is an identity: with
 * it, the keys and roles of the settings below do not apply. A role is assumed with the identity below, in the place of its roles.
 */
export function withArguments(base: ConnectionSettings, args: ConnectionArgs): ConnectionSettings {
  const { region, profile, assumeRole, endpoint } = args;
  const identity: ConnectionSettings =
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
    ...identity,
    ...defined({ region, ivschatEndpoint: endpoint, assumeRoles: assumeRole && [assumeRole] }),
  });
}

/** The same object without the members that are undefined or an empty array. */
export function defined<T extends object>(value: { readonly [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, member]) => member !== undefined && !(Array.isArray(member) && member.length === 0),
    ),
  ) as T;
}
