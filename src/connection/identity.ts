import { withEnvironment } from "./environment";
import { credentialProviders, sts } from "./packages";
import { ConnectionProblem } from "./problem";
import type { AssumeRoleSettings, ConnectionSettings, WebIdentitySettings } from "./settings";
import { sharedFiles, type SharedFiles } from "./sharedFiles";
import type { Transport } from "./transport";

type AwsCredentialIdentityProvider = Extract<
  NonNullable<import("@aws-sdk/client-sts").STSClientConfig["credentials"]>,
  () => unknown
>;
type AwsCredentialIdentity = Awaited<ReturnType<AwsCredentialIdentityProvider>>;

/** Who asks: the credentials of one connection, had once and kept until they expire, and the account that they belong to. */
export class Identity {
  private credentialsOnce: Promise<AwsCredentialIdentity> | undefined;
  private accountOnce: Promise<string> | undefined;
  private readonly provider: () => AwsCredentialIdentityProvider;

  constructor(
    private readonly settings: ConnectionSettings,
    private readonly region: string,
    private readonly transport: Transport,
  ) {
    let provider: AwsCredentialIdentityProvider | undefined;
    this.provider = () => (provider ??= this.chain());
  }

  /** The credentials to sign with. A failure is remembered: asking again and again for what cannot be had takes time. */
  credentials = async (): Promise<AwsCredentialIdentity> => {
    const known = await this.credentialsOnce;
    if (known?.expiration && known.expiration.getTime() - Date.now() < expiryMargin)
      this.credentialsOnce = undefined;
    this.credentialsOnce ??= this.resolve();
    return this.credentialsOnce;
  };

  /** The account of whoever asks, as STS tells it. */
  accountId(): Promise<string> {
    this.accountOnce ??= this.askAccount();
    return this.accountOnce;
  }

  private async askAccount(): Promise<string> {
    const known = (await this.credentials()).accountId;
    if (known !== undefined) return known;
    const { STSClient, GetCallerIdentityCommand } = sts();
    const client = new STSClient({ ...this.stsConfig(), credentials: this.credentials, maxAttempts: 3 });
    try {
      const { Account } = await client.send(new GetCallerIdentityCommand({}));
      if (!Account) throw new Error("STS answered without an account");
      return Account;
    } catch (cause) {
      throw new ConnectionProblem(
        "credentials",
        `the account of the credentials cannot be told: ${(cause as Error).message}`,
        { cause },
      );
    }
  }

  private async resolve(): Promise<AwsCredentialIdentity> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`no credentials within ${credentialsLimit / 1000} seconds`));
      }, credentialsLimit);
    });
    try {
      const environment = {
        AWS_EC2_METADATA_SERVICE_ENDPOINT: this.settings.ec2MetadataServiceEndpoint,
        AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: this.settings.ec2MetadataServiceEndpointMode,
        AWS_EC2_METADATA_DISABLED: this.settings.skipMetadataApiCheck ? "true" : undefined,
      };
      return await Promise.race([withEnvironment(environment, () => this.provider()()), limit]);
    } catch (cause) {
      if (cause instanceof ConnectionProblem) throw cause;
      throw new ConnectionProblem("credentials", explain(cause as Error, this.settings), { cause });
    } finally {
      clearTimeout(timer);
    }
  }

  private chain(): AwsCredentialIdentityProvider {
    const roles = this.settings.assumeRoles ?? [];
    return roles.reduce<AwsCredentialIdentityProvider>(
      (previous, role) => this.assumed(previous, role),
      this.base(),
    );
  }

  private base(): AwsCredentialIdentityProvider {
    const { accessKey, secretKey, token, profile, assumeRoleWithWebIdentity } = this.settings;
    const providers = credentialProviders();
    if (assumeRoleWithWebIdentity?.roleArn) return this.webIdentity(assumeRoleWithWebIdentity);
    if (accessKey !== undefined || secretKey !== undefined) {
      if (accessKey === undefined || secretKey === undefined) {
        const [has, lacks] =
          accessKey === undefined ? ["secretKey", "accessKey"] : ["accessKey", "secretKey"];
        throw new ConnectionProblem("credentials", `${has} is set but ${lacks} is not; set both or neither`);
      }
      return () =>
        Promise.resolve({
          accessKeyId: accessKey,
          secretAccessKey: secretKey,
          ...(token === undefined ? {} : { sessionToken: token }),
        });
    }
    const from = (file: SharedFiles) =>
      profile === undefined
        ? providers.fromNodeProviderChain({ ...file, ...this.inner(), maxRetries: 1, timeout: 1000 })
        : providers.fromIni({ ...file, ...this.inner(), profile });
    return providers.createCredentialChain(...sharedFiles(this.settings).map(from));
  }

  private webIdentity(role: WebIdentitySettings): AwsCredentialIdentityProvider {
    const providers = credentialProviders();
    const {
      roleArn = "",
      sessionName,
      webIdentityToken,
      webIdentityTokenFile,
      duration,
      policy,
      policyArns,
    } = role;
    const shared = {
      roleArn,
      roleSessionName: sessionName ?? defaultSessionName(),
      ...this.inner(),
      ...(duration === undefined ? {} : { durationSeconds: seconds(duration) }),
      ...(policy === undefined ? {} : { policy }),
      ...(policyArns === undefined ? {} : { policyArns: policyArns.map((arn) => ({ arn })) }),
    };
    if (webIdentityToken !== undefined) return providers.fromWebToken({ ...shared, webIdentityToken });
    if (webIdentityTokenFile !== undefined)
      return providers.fromTokenFile({ ...shared, webIdentityTokenFile });
    throw new ConnectionProblem(
      "credentials",
      "assumeRoleWithWebIdentity has neither webIdentityToken nor webIdentityTokenFile",
    );
  }

  private assumed(
    masterCredentials: AwsCredentialIdentityProvider,
    role: AssumeRoleSettings,
  ): AwsCredentialIdentityProvider {
    const {
      roleArn,
      sessionName,
      externalId,
      duration,
      policy,
      policyArns,
      sourceIdentity,
      tags,
      transitiveTagKeys,
    } = role;
    const assume = credentialProviders().fromTemporaryCredentials({
      masterCredentials,
      clientConfig: this.stsConfig(),
      params: {
        RoleArn: roleArn,
        RoleSessionName: sessionName ?? defaultSessionName(),
        ExternalId: externalId,
        DurationSeconds: duration === undefined ? undefined : seconds(duration),
        Policy: policy,
        PolicyArns: policyArns?.map((arn) => ({ arn })),
        SourceIdentity: sourceIdentity,
        Tags: tags && Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
        TransitiveTagKeys: transitiveTagKeys,
      },
    });
    return async () => {
      try {
        return await assume();
      } catch (cause) {
        if (cause instanceof ConnectionProblem || !isAnswer(cause)) throw cause;
        throw new ConnectionProblem(
          "credentials",
          `the role ${roleArn} may not be assumed: ${(cause as Error).message}`,
          {
            cause,
          },
        );
      }
    };
  }

  private inner() {
    const config = this.stsConfig();
    return { clientConfig: config, parentClientConfig: config };
  }

  private stsConfig() {
    const { stsRegion, stsEndpoint, useFipsEndpoint, useDualstackEndpoint } = this.settings;
    return {
      region: stsRegion ?? this.region,
      requestHandler: this.transport,
      maxAttempts: 3,
      ...(stsEndpoint === undefined ? {} : { endpoint: stsEndpoint }),
      ...(useFipsEndpoint === undefined ? {} : { useFipsEndpoint }),
      ...(useDualstackEndpoint === undefined ? {} : { useDualstackEndpoint }),
    };
  }
}

const expiryMargin = 5 * 60 * 1000;
const credentialsLimit = 25_000;

function defaultSessionName(): string {
  return `pulumi-ivschat-${Date.now()}`;
}

function isAnswer(cause: unknown): boolean {
  return (cause as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode !== undefined;
}

// `1h30m`, `900s`, or a plain number of seconds.
function seconds(duration: string | number): number {
  const text = String(duration);
  const [, hours, minutes, rest] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(text) ?? [];
  const total = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0);
  if (total > 0) return total;
  throw new ConnectionProblem(
    "setting",
    `the duration ${JSON.stringify(text)} of a role is not like 1h, 30m or 900s`,
  );
}

function explain(cause: Error, settings: ConnectionSettings): string {
  const profile = settings.profile ?? process.env.AWS_PROFILE;
  const named = profile === undefined ? "" : ` --profile ${profile}`;
  const message = cause.message.replace(/^(?:\w*Error: )?AWS SDK error wrapper for /, "");
  if (/sso session|session token|aws sso login|token is expired/i.test(message)) {
    return `${message} (sign in again: aws sso login${named})`;
  }
  if (/could not be found|could not load|Could not resolve credentials using profile/i.test(message)) {
    return profile === undefined
      ? "none were found; set AWS_PROFILE, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or aws:profile in the stack's configuration"
      : `the profile ${JSON.stringify(profile)} gives none: ${message} (aws configure list-profiles shows which there are; aws configure${named} makes one)`;
  }
  if (/expired token|token.*expired|credentials.*expired/i.test(message))
    return `${message} (sign in again, for instance: aws sso login${named})`;
  return message;
}
