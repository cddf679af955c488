import type { Credentials, ResolveContext } from "./resolve";
import { fromCredentialProcess } from "./process";
import { fromContainer, fromInstance } from "./metadata";
import { credentialProviders } from "../packages";
import { ConnectionProblem } from "../problem";
import type { Profile, Profiles } from "../profiles";
import { assumeRole, assumeRoleWithWebIdentity } from "./roles";

export function hasCredentials(profile: Profile): boolean {
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
 * Gets the credentials of a profile, in the SDK's order of precedence. Does not use the SDK's `fromIni`, which cannot stop a credential
 * process, sends SSO requests to the STS region, and searches only the default files for SSO profiles.
 */
export async function fromProfile(
  name: string,
  profiles: Profiles,
  context: ResolveContext,
  sources: readonly string[] = [],
): Promise<Credentials> {
  const profile = profiles.get(name);
  if (profile === undefined) throw profileProblem(name, "it is not in the shared files");
  const { role_arn: roleArn, source_profile: source } = profile;
  const keys = keysOf(profile);
  if (keys && (sources.length > 0 || roleArn === undefined)) return keys;
  if (source !== undefined && roleArn !== undefined) {
    if (sources.includes(source)) throw profileProblem(name, `its source_profile ${source} forms a cycle`);
    return assumeProfileRole(
      name,
      profile,
      () => fromProfile(source, profiles, context, [...sources, source]),
      context,
    );
  }
  if (profile.credential_source !== undefined) {
    const fromSource = () => fromCredentialSource(name, profile, context);
    return roleArn === undefined ? fromSource() : assumeProfileRole(name, profile, fromSource, context);
  }
  if (keys) return keys;
  return fromOwnCredentials(name, profile, profiles, context);
}

function fromOwnCredentials(
  name: string,
  profile: Profile,
  profiles: Profiles,
  context: ResolveContext,
): Promise<Credentials> {
  const { role_arn: roleArn, web_identity_token_file: webIdentityTokenFile } = profile;
  if (webIdentityTokenFile !== undefined && roleArn !== undefined) {
    const sessionName = profile.role_session_name;
    const role = { roleArn, webIdentityTokenFile, ...(sessionName === undefined ? {} : { sessionName }) };
    return assumeRoleWithWebIdentity(role, context.sts(profile.region));
  }
  if (profile.credential_process !== undefined)
    return fromCredentialProcess(name, profile.credential_process, context.signal);
  const { fromSSO, fromLoginCredentials } = credentialProviders();
  const init = {
    ...profiles.filesOf(name),
    profile: name,
    clientConfig: context.sso(),
    parentClientConfig: context.sso(),
  };
  if (profile.sso_session ?? profile.sso_start_url ?? profile.sso_account_id) return fromSSO(init)();
  if (profile.login_session !== undefined)
    return fromLoginCredentials(init)().catch((cause: unknown) => {
      const { message } = cause as Error;
      const advice = `sign in again: aws login --profile ${name}`;
      throw new ConnectionProblem("credentials", `${message.slice(0, longestMessage)} (${advice})`, {
        cause,
      });
    });
  throw profileProblem(name, "it does not configure any");
}

const longestMessage = 300;

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

function assumeProfileRole(
  name: string,
  profile: Profile,
  source: () => Promise<Credentials>,
  context: ResolveContext,
): Promise<Credentials> {
  const { role_arn, role_session_name, external_id, duration_seconds, mfa_serial } = profile;
  if (mfa_serial !== undefined)
    throw profileProblem(name, "its role requires an MFA code (mfa_serial), which cannot be entered here");
  const role = {
    roleArn: role_arn ?? "",
    duration: duration_seconds ?? "3600",
    ...(role_session_name === undefined ? {} : { sessionName: role_session_name }),
    ...(external_id === undefined ? {} : { externalId: external_id }),
  };
  return assumeRole(source, role, context.sts(profile.region));
}

function fromCredentialSource(name: string, profile: Profile, context: ResolveContext): Promise<Credentials> {
  switch (profile.credential_source) {
    case "Environment":
      return credentialProviders().fromEnv()();
    case "EcsContainer":
      return fromContainer();
    case "Ec2InstanceMetadata":
      return fromInstance(profile, context);
  }
  throw profileProblem(
    name,
    "its credential_source must be Environment, EcsContainer, or Ec2InstanceMetadata",
  );
}

function profileProblem(name: string, reason: string): ConnectionProblem {
  return new ConnectionProblem(
    "credentials",
    `the profile ${JSON.stringify(name)} has no usable credentials: ${reason} (aws configure list-profiles lists the profiles; ` +
      `aws configure --profile ${name} changes or creates this one)`,
  );
}
