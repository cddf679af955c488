import { Setting } from "./setting";

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
 * Settings from keys as @pulumi/aws has them: strings, with JSON for whatever has a structure. The stack's configuration and the outputs
 * of an `aws.Provider` both come that way. `origin` names the source in errors, which never show a value: any may be secret.
 */
export function readSettings(get: (key: SettingKey) => unknown, origin: string): ConnectionSettings {
  const read = (key: SettingKey) => new Setting(key, get(key), origin);
  const endpoints = read("endpoints").items();
  const endpoint = (service: string) =>
    endpoints.map((entry) => entry.member(service).url()).find((url) => url !== undefined);
  const roles = read("assumeRoles").items();
  // Version 6 of @pulumi/aws has a single role.
  const role = read("assumeRole");
  return defined({
    region: read("region").text(),
    profile: read("profile").text(),
    accessKey: read("accessKey").text(),
    secretKey: read("secretKey").text(),
    token: read("token").text(),
    sharedConfigFiles: read("sharedConfigFiles").texts(),
    sharedCredentialsFiles: read("sharedCredentialsFiles").texts(),
    assumeRoles: (roles.length > 0 ? roles : role.one())
      .map(assumedRole)
      .filter((entry) => entry !== undefined),
    assumeRoleWithWebIdentity: webIdentity(read("assumeRoleWithWebIdentity")),
    stsRegion: read("stsRegion").text(),
    ivschatEndpoint: endpoint("ivschat"),
    stsEndpoint: endpoint("sts"),
    ssoEndpoint: endpoint("sso"),
    useFipsEndpoint: read("useFipsEndpoint").flag(),
    useDualstackEndpoint: read("useDualstackEndpoint").flag(),
    maxRetries: read("maxRetries").count(),
    retryMode: read("retryMode").text(),
    httpProxy: read("httpProxy").proxy(),
    httpsProxy: read("httpsProxy").proxy(),
    noProxy: read("noProxy").text(),
    customCaBundle: read("customCaBundle").text(),
    insecure: read("insecure").flag(),
    ec2MetadataServiceEndpoint: read("ec2MetadataServiceEndpoint").url(),
    ec2MetadataServiceEndpointMode: read("ec2MetadataServiceEndpointMode").text(),
    skipMetadataApiCheck: read("skipMetadataApiCheck").flag(),
    allowedAccountIds: read("allowedAccountIds").texts(),
    forbiddenAccountIds: read("forbiddenAccountIds").texts(),
  });
}

function assumedRole(role: Setting): AssumeRoleSettings | undefined {
  const roleArn = role.member("roleArn").arn();
  if (roleArn === undefined) return undefined;
  return defined({
    roleArn,
    sessionName: role.member("sessionName").text(),
    externalId: role.member("externalId").text(),
    duration: role.member("duration").duration(),
    policy: role.member("policy").text(),
    policyArns: role.member("policyArns").texts(),
    sourceIdentity: role.member("sourceIdentity").text(),
    tags: role.member("tags").textsByName(),
    transitiveTagKeys: role.member("transitiveTagKeys").texts(),
  });
}

function webIdentity(setting: Setting): WebIdentitySettings | undefined {
  const [role] = setting.one();
  if (role === undefined) return undefined;
  return defined({
    roleArn: role.member("roleArn").arn(),
    sessionName: role.member("sessionName").text(),
    webIdentityToken: role.member("webIdentityToken").text(),
    webIdentityTokenFile: role.member("webIdentityTokenFile").text(),
    duration: role.member("duration").duration(),
    policy: role.member("policy").text(),
    policyArns: role.member("policyArns").texts(),
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
