import { ConnectionProblem } from "./problem";

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

/**
 * Settings from keys as @pulumi/aws has them: texts, with JSON for whatever has a structure. The stack's configuration and the outputs
 * of an `aws.Provider` both come that way. `origin` names the source in errors.
 */
export function readSettings(get: (key: SettingKey) => unknown, origin: string): ConnectionSettings {
  const read = new SettingsReader(get, origin);
  const endpoints = read.list("endpoints").map((entry) => read.object("endpoints", entry));
  const endpoint = (service: string) =>
    endpoints
      .map((entry) => entry[service])
      .find((url): url is string => typeof url === "string" && url !== "");
  const roles = read.list("assumeRoles");
  // Version 6 of @pulumi/aws has a single role.
  const role = read.json("assumeRole");
  const webIdentity = read.json("assumeRoleWithWebIdentity");
  return defined({
    region: read.text("region"),
    profile: read.text("profile"),
    accessKey: read.text("accessKey"),
    secretKey: read.text("secretKey"),
    token: read.text("token"),
    sharedConfigFiles: read.texts("sharedConfigFiles"),
    sharedCredentialsFiles: read.texts("sharedCredentialsFiles"),
    assumeRoles: (roles.length > 0 ? roles : [role].flat())
      .filter((entry) => entry !== undefined)
      .map((entry) => read.object("assumeRoles", entry))
      .filter(
        (entry) => entry.roleArn !== undefined && entry.roleArn !== "",
      ) as unknown as AssumeRoleSettings[],
    assumeRoleWithWebIdentity:
      webIdentity === undefined ? undefined : read.object("assumeRoleWithWebIdentity", webIdentity),
    stsRegion: read.text("stsRegion"),
    ivschatEndpoint: endpoint("ivschat"),
    stsEndpoint: endpoint("sts"),
    ssoEndpoint: endpoint("sso"),
    useFipsEndpoint: read.flag("useFipsEndpoint"),
    useDualstackEndpoint: read.flag("useDualstackEndpoint"),
    maxRetries: read.count("maxRetries"),
    retryMode: read.text("retryMode"),
    httpProxy: read.text("httpProxy"),
    httpsProxy: read.text("httpsProxy"),
    noProxy: read.text("noProxy"),
    customCaBundle: read.text("customCaBundle"),
    insecure: read.flag("insecure"),
    ec2MetadataServiceEndpoint: read.text("ec2MetadataServiceEndpoint"),
    ec2MetadataServiceEndpointMode: read.text("ec2MetadataServiceEndpointMode"),
    skipMetadataApiCheck: read.flag("skipMetadataApiCheck"),
    allowedAccountIds: read.texts("allowedAccountIds"),
    forbiddenAccountIds: read.texts("forbiddenAccountIds"),
  });
}

/** The same object without the members that are undefined or an empty list. */
export function defined<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, member]) => member !== undefined && !(Array.isArray(member) && member.length === 0),
    ),
  ) as T;
}

class SettingsReader {
  constructor(
    private readonly get: (key: SettingKey) => unknown,
    private readonly origin: string,
  ) {}

  text(key: SettingKey): string | undefined {
    const value = this.get(key);
    if (value === undefined || value === null || value === "") return undefined;
    if (typeof value === "string") return value;
    throw this.problem(key, "text");
  }

  flag(key: SettingKey): boolean | undefined {
    const value = this.json(key);
    if (value === undefined || typeof value === "boolean") return value;
    throw this.problem(key, "true or false");
  }

  count(key: SettingKey): number | undefined {
    const value = this.json(key);
    if (value === undefined || (typeof value === "number" && Number.isInteger(value) && value >= 0))
      return value;
    throw this.problem(key, "a whole number");
  }

  list(key: SettingKey): unknown[] {
    const value = this.json(key);
    if (value === undefined) return [];
    if (Array.isArray(value)) return value as unknown[];
    throw this.problem(key, "a list");
  }

  texts(key: SettingKey): string[] {
    const list = this.list(key);
    // An account's ID in YAML without quotes arrives as a number.
    if (list.every((item) => typeof item === "string" || typeof item === "number")) return list.map(String);
    throw this.problem(key, "a list of texts");
  }

  object(key: string, value: unknown): Record<string, unknown> {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
    throw this.problem(key, "an object");
  }

  json(key: SettingKey): unknown {
    const value = this.get(key);
    if (value === undefined || value === null || value === "") return undefined;
    if (typeof value !== "string") return value;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      throw this.problem(key, "JSON");
    }
  }

  // The value is not shown: it may be a secret.
  private problem(key: string, expected: string): ConnectionProblem {
    return new ConnectionProblem("setting", `${key} of ${this.origin} is not ${expected}`);
  }
}
