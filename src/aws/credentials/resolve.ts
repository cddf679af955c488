import type { STSClientConfig } from "@aws-sdk/client-sts";
import { fromContainer, fromInstance, isMetadataDisabled } from "./metadata";
import { credentialProviders } from "../packages";
import { ConnectionProblem } from "../problem";
import { fromProfile, hasCredentials } from "./profile";
import { namedProfile, Profiles } from "../profiles";
import { assumeRole, assumeRoleWithWebIdentity } from "./roles";
import type { ConnectionSettings } from "../settings";

export type CredentialsProvider = Extract<NonNullable<STSClientConfig["credentials"]>, () => unknown>;
export type Credentials = Awaited<ReturnType<CredentialsProvider>>;

export interface StsConfig {
  readonly region: string;
  readonly requestHandler: NonNullable<STSClientConfig["requestHandler"]>;
  readonly maxAttempts: number;
  readonly endpoint?: string;
  readonly useFipsEndpoint?: boolean;
  readonly useDualstackEndpoint?: boolean;
}

/** The settings and client configuration that all credential sources use. */
export interface ResolveContext {
  readonly settings: ConnectionSettings;
  /** The signal that aborts requests and credential processes. */
  readonly signal: AbortSignal;
  /** Returns the configuration of an STS client. The region is `stsRegion` if set, otherwise the argument, otherwise the default region. */
  sts(region?: string): StsConfig;
  /** Returns the configuration of an SSO client. It contains no region, because the profile sets the region. */
  sso(): Omit<StsConfig, "region">;
}

/** Gets credentials from the settings or the environment, then assumes the roles in the settings, one after another. */
export async function resolveCredentials(context: ResolveContext): Promise<Credentials> {
  const roles = context.settings.assumeRoles ?? [];
  const fromLastRole = roles.reduce<CredentialsProvider>(
    (source, role) => () => assumeRole(source, role, context.sts()),
    () => baseCredentials(context),
  );
  return fromLastRole();
}

// Uses the same order as Pulumi's AWS provider, so that a read has the same credentials as the program's AWS resources. The SDK's default
// chain is different: AWS_PROFILE takes precedence over AWS_ACCESS_KEY_ID.
async function baseCredentials(context: ResolveContext): Promise<Credentials> {
  const { settings } = context;
  if (settings.assumeRoleWithWebIdentity?.roleArn)
    return assumeRoleWithWebIdentity(settings.assumeRoleWithWebIdentity, context.sts());
  const keys = staticKeys(settings);
  if (keys) return keys;
  const {
    AWS_ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY,
    AWS_WEB_IDENTITY_TOKEN_FILE,
    AWS_ROLE_ARN,
    AWS_ROLE_SESSION_NAME,
  } = process.env;
  if (settings.profile !== undefined)
    return fromProfile(settings.profile, await Profiles.load(settings), context);
  if (AWS_ACCESS_KEY_ID && AWS_SECRET_ACCESS_KEY) return credentialProviders().fromEnv()();
  if (AWS_WEB_IDENTITY_TOKEN_FILE && AWS_ROLE_ARN)
    return assumeRoleWithWebIdentity(
      {
        roleArn: AWS_ROLE_ARN,
        webIdentityTokenFile: AWS_WEB_IDENTITY_TOKEN_FILE,
        sessionName: AWS_ROLE_SESSION_NAME,
      },
      context.sts(),
    );
  const profiles = await Profiles.load(settings);
  const name = namedProfile(settings);
  const profile = profiles.get(name ?? "default");
  if (profile && hasCredentials(profile)) return fromProfile(name ?? "default", profiles, context);
  if (process.env.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI || process.env.AWS_CONTAINER_CREDENTIALS_FULL_URI)
    return fromContainer();
  const instanceCredentials = isMetadataDisabled(settings) ? undefined : await tryInstance();
  if (instanceCredentials) return instanceCredentials;
  if (name !== undefined) return fromProfile(name, profiles, context);
  throw new ConnectionProblem(
    "credentials",
    "none were found; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or aws:profile in the stack's configuration",
  );

  // Ignores failed requests unless the settings contain the endpoint: most machines are not EC2 instances, so errors would mislead.
  function tryInstance(): Promise<Credentials | undefined> {
    return fromInstance(profile ?? {}, context).catch((error: unknown) => {
      if (settings.ec2MetadataServiceEndpoint !== undefined || error instanceof ConnectionProblem)
        throw error;
      return undefined;
    });
  }
}

function staticKeys({ accessKey, secretKey, token }: ConnectionSettings): Credentials | undefined {
  if (accessKey === undefined && secretKey === undefined) return undefined;
  if (accessKey === undefined || secretKey === undefined) {
    const [set, missing] = accessKey === undefined ? ["secretKey", "accessKey"] : ["accessKey", "secretKey"];
    throw new ConnectionProblem("credentials", `${set} is set but ${missing} is not; set both or neither`);
  }
  return {
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    ...(token === undefined ? {} : { sessionToken: token }),
  };
}
