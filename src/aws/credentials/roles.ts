import type { Credentials, CredentialsProvider, StsConfig } from "./resolve";
import { secondsOf } from "../duration";
import { credentialProviders } from "../packages";
import { ConnectionProblem } from "../problem";
import type { WebIdentitySettings } from "../settings";
import type { AssumeRoleArgs } from "../../arguments/connection";

export async function assumeRole(
  masterCredentials: CredentialsProvider,
  role: AssumeRoleArgs,
  config: StsConfig,
): Promise<Credentials> {
  const { roleArn, sessionName, externalId, policy, policyArns, sourceIdentity, tags, transitiveTagKeys } =
    role;
  const assume = credentialProviders().fromTemporaryCredentials({
    masterCredentials,
    clientConfig: config,
    params: {
      RoleArn: roleArn,
      RoleSessionName: sessionName ?? defaultSessionName(),
      ExternalId: externalId,
      DurationSeconds: durationOf(role),
      Policy: policy,
      PolicyArns: policyArns?.map((arn) => ({ arn })),
      SourceIdentity: sourceIdentity,
      Tags: tags && Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
      TransitiveTagKeys: transitiveTagKeys,
    },
  });
  try {
    return await assume();
  } catch (cause) {
    if (cause instanceof ConnectionProblem || !hasStatusCode(cause)) throw cause;
    throw new ConnectionProblem(
      "credentials",
      `cannot assume the role ${roleArn}: ${(cause as Error).message.slice(0, longestMessage)}`,
      { cause },
    );
  }
}

export function assumeRoleWithWebIdentity(
  role: WebIdentitySettings,
  config: StsConfig,
): Promise<Credentials> {
  const { fromTokenFile, fromWebToken } = credentialProviders();
  const { roleArn = "", sessionName, webIdentityToken, webIdentityTokenFile, policy, policyArns } = role;
  const durationSeconds = durationOf(role);
  const shared = {
    roleArn,
    roleSessionName: sessionName ?? defaultSessionName(),
    clientConfig: config,
    parentClientConfig: { ...config },
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    ...(policy === undefined ? {} : { policy }),
    ...(policyArns === undefined ? {} : { policyArns: policyArns.map((arn) => ({ arn })) }),
  };
  if (webIdentityToken !== undefined) return fromWebToken({ ...shared, webIdentityToken })();
  if (webIdentityTokenFile !== undefined) return fromTokenFile({ ...shared, webIdentityTokenFile })();
  throw new ConnectionProblem(
    "credentials",
    "assumeRoleWithWebIdentity requires webIdentityToken or webIdentityTokenFile",
  );
}

// The duration is validated here, because it can come from an argument or a profile. readSettings validates only durations in settings.
function durationOf({ duration }: { readonly duration?: string }): number | undefined {
  const seconds = secondsOf(duration);
  if (duration === undefined || seconds !== undefined) return seconds;
  throw new ConnectionProblem("setting", "the `duration` of the role must be like 1h, 30m or 900s");
}

const longestMessage = 500;

function defaultSessionName(): string {
  return `pulumi-ivschat-${Date.now()}`;
}

function hasStatusCode(cause: unknown): boolean {
  return (cause as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode !== undefined;
}
