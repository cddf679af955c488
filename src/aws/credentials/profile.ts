import type { Credentials, Way } from "./resolve";
import { fromCredentialProcess } from "./process";
import { fromContainer, fromInstance } from "./metadata";
import { credentialProviders } from "../packages";
import { ConnectionProblem } from "../problem";
import type { Profile, Profiles } from "../profiles";
import { assumeRole, assumeRoleWithWebIdentity } from "./roles";

/** Whether a profile says where its credentials come from. */
export function givesCredentials(profile: Profile): boolean {
  return credentialKeys.some((key) => profile[key] !== undefined);
}

const credentialKeys = [
  "aws_access_key_id",
  "role_arn",
  "credential_source",
  "credential_process",
  "sso_session",
  "sso_start_url",
  "sso_account_id",
  "login_session",
];

/**
 * The credentials of a profile. Each kind is resolved from what the profile holds, in the SDK's order, because the SDK's own `fromIni`
 * cannot end a credential process, asks SSO in the region of STS, and looks for SSO profiles in the usual files only.
 */
export async function fromProfile(
  name: string,
  profiles: Profiles,
  way: Way,
  sources: readonly string[] = [],
): Promise<Credentials> {
  const profile = profiles.get(name);
  if (profile === undefined) throw gives(name, "it is not in the shared files");
  const { role_arn: roleArn, source_profile: source } = profile;
  const keys = keysOf(profile);
  if (keys && (sources.length > 0 || roleArn === undefined)) return keys;
  if (source !== undefined && roleArn !== undefined) {
    if (sources.includes(source)) throw gives(name, `its source_profile ${source} leads back to it`);
    return assumed(name, profile, () => fromProfile(source, profiles, way, [...sources, source]), way);
  }
  if (profile.credential_source !== undefined) {
    const fromSource = () => fromCredentialSource(name, profile, way);
    return roleArn === undefined ? fromSource() : assumed(name, profile, fromSource, way);
  }
  if (keys) return keys;
  return fromLeaf(name, profile, profiles, way);
}

function fromLeaf(name: string, profile: Profile, profiles: Profiles, way: Way): Promise<Credentials> {
  const { role_arn: roleArn, web_identity_token_file: webIdentityTokenFile } = profile;
  if (webIdentityTokenFile !== undefined && roleArn !== undefined) {
    const sessionName = profile.role_session_name;
    const role = { roleArn, webIdentityTokenFile, ...(sessionName === undefined ? {} : { sessionName }) };
    return assumeRoleWithWebIdentity(role, way.sts(profile.region));
  }
  if (profile.credential_process !== undefined)
    return fromCredentialProcess(name, profile.credential_process, way.signal);
  const { fromSSO, fromLoginCredentials } = credentialProviders();
  const init = {
    ...profiles.filesOf(name),
    profile: name,
    clientConfig: way.sso(),
    parentClientConfig: way.sso(),
  };
  if (profile.sso_session ?? profile.sso_start_url ?? profile.sso_account_id) return fromSSO(init)();
  if (profile.login_session !== undefined) return fromLoginCredentials(init)();
  throw gives(name, "it does not say where its credentials come from");
}

function keysOf(profile: Profile): Credentials | undefined {
  const { aws_access_key_id, aws_secret_access_key, aws_session_token, aws_account_id } = profile;
  if (aws_access_key_id === undefined || aws_secret_access_key === undefined) return undefined;
  return {
    accessKeyId: aws_access_key_id,
    secretAccessKey: aws_secret_access_key,
    ...(aws_session_token === undefined ? {} : { sessionToken: aws_session_token }),
    ...(aws_account_id === undefined ? {} : { accountId: aws_account_id }),
  };
}

function assumed(
  name: string,
  profile: Profile,
  source: () => Promise<Credentials>,
  way: Way,
): Promise<Credentials> {
  const { role_arn, role_session_name, external_id, duration_seconds, mfa_serial } = profile;
  if (mfa_serial !== undefined)
    throw gives(
      name,
      "its role asks for a code of an MFA device (mfa_serial), and there is nobody to type it",
    );
  const role = {
    roleArn: role_arn ?? "",
    duration: duration_seconds ?? "3600",
    ...(role_session_name === undefined ? {} : { sessionName: role_session_name }),
    ...(external_id === undefined ? {} : { externalId: external_id }),
  };
  return assumeRole(source, role, way.sts(profile.region));
}

function fromCredentialSource(name: string, profile: Profile, way: Way): Promise<Credentials> {
  switch (profile.credential_source) {
    case "Environment":
      return credentialProviders().fromEnv()();
    case "EcsContainer":
      return fromContainer();
    case "Ec2InstanceMetadata":
      return fromInstance(profile, way);
  }
  throw gives(name, "its credential_source is none of Environment, EcsContainer and Ec2InstanceMetadata");
}

function gives(name: string, why: string): ConnectionProblem {
  return new ConnectionProblem(
    "credentials",
    `the profile ${JSON.stringify(name)} gives none: ${why} (aws configure list-profiles shows which profiles there are; ` +
      `aws configure --profile ${name} makes one)`,
  );
}
