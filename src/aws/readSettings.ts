import type { AssumeRoleArgs } from "../arguments/connection";
import { Setting } from "./setting";
import { defined, type ConnectionSettings, type SettingKey, type WebIdentitySettings } from "./settings";

/**
 * Reads settings from the stack's `aws:` configuration, the outputs of an `aws.Provider`, or the plugin's configuration. Arrays and objects
 * may be encoded as JSON. Errors contain the key and `origin`, but not the value, which may be secret.
 */
export function readSettings(get: (key: SettingKey) => unknown, origin: string): ConnectionSettings {
  const read = (key: SettingKey) => new Setting(key, get(key), origin);
  const endpoints = read("endpoints").objects();
  const endpoint = (service: string) =>
    endpoints.map((entry) => entry.member(service).url()).find((url) => url !== undefined);
  const roles = read("assumeRoles").objects();
  // @pulumi/aws 6 uses `assumeRole` instead of `assumeRoles`.
  const role = read("assumeRole");
  return defined({
    region: read("region").string(),
    profile: read("profile").string(),
    accessKey: read("accessKey").string(),
    secretKey: read("secretKey").string(),
    token: read("token").string(),
    sharedConfigFiles: read("sharedConfigFiles").strings(),
    sharedCredentialsFiles: read("sharedCredentialsFiles").strings(),
    assumeRoles: (roles.length > 0 ? roles : role.object())
      .map(assumedRole)
      .filter((entry) => entry !== undefined),
    assumeRoleWithWebIdentity: webIdentity(read("assumeRoleWithWebIdentity")),
    stsRegion: read("stsRegion").string(),
    ivschatEndpoint: endpoint("ivschat"),
    stsEndpoint: endpoint("sts"),
    ssoEndpoint: endpoint("sso"),
    useFipsEndpoint: read("useFipsEndpoint").boolean(),
    useDualstackEndpoint: read("useDualstackEndpoint").boolean(),
    maxRetries: read("maxRetries").wholeNumber(),
    retryMode: read("retryMode").string(),
    httpProxy: read("httpProxy").proxy(),
    httpsProxy: read("httpsProxy").proxy(),
    noProxy: read("noProxy").string(),
    customCaBundle: read("customCaBundle").string(),
    insecure: read("insecure").boolean(),
    ec2MetadataServiceEndpoint: read("ec2MetadataServiceEndpoint").url(),
    ec2MetadataServiceEndpointMode: read("ec2MetadataServiceEndpointMode").string(),
    skipMetadataApiCheck: read("skipMetadataApiCheck").boolean(),
    allowedAccountIds: read("allowedAccountIds").strings(),
    forbiddenAccountIds: read("forbiddenAccountIds").strings(),
  });
}

function assumedRole(role: Setting): AssumeRoleArgs | undefined {
  const roleArn = role.member("roleArn").arn();
  if (roleArn === undefined) return undefined;
  return defined({
    roleArn,
    sessionName: role.member("sessionName").string(),
    externalId: role.member("externalId").string(),
    duration: role.member("duration").duration(),
    policy: role.member("policy").string(),
    policyArns: role.member("policyArns").strings(),
    sourceIdentity: role.member("sourceIdentity").string(),
    tags: role.member("tags").stringMap(),
    transitiveTagKeys: role.member("transitiveTagKeys").strings(),
  });
}

function webIdentity(setting: Setting): WebIdentitySettings | undefined {
  const [role] = setting.object();
  if (role === undefined) return undefined;
  return defined({
    roleArn: role.member("roleArn").arn(),
    sessionName: role.member("sessionName").string(),
    webIdentityToken: role.member("webIdentityToken").string(),
    webIdentityTokenFile: role.member("webIdentityTokenFile").string(),
    duration: role.member("duration").duration(),
    policy: role.member("policy").string(),
    policyArns: role.member("policyArns").strings(),
  });
}
