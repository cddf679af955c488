import type { AssumeRoleArgs } from "../arguments/connection";
import { Setting } from "./setting";
import { defined, type ConnectionSettings, type SettingKey, type WebIdentitySettings } from "./settings";

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

function assumedRole(role: Setting): AssumeRoleArgs | undefined {
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
