import type { STSClientConfig } from "@aws-sdk/client-sts";
import { fromContainer, fromInstance, isMetadataDisabled } from "./metadata";
import { credentialProviders } from "../packages";
import { ConnectionProblem } from "../problem";
import { fromProfile, givesCredentials } from "./profile";
import { namedProfile, Profiles } from "../profiles";
import { assumeRole, assumeRoleWithWebIdentity } from "./roles";
import type { ConnectionSettings } from "../settings";

export type CredentialsProvider = Extract<NonNullable<STSClientConfig["credentials"]>, () => unknown>;
export type Credentials = Awaited<ReturnType<CredentialsProvider>>;

/** What the SDK's clients of STS are made with. */
export interface StsConfig {
  readonly region: string;
  readonly requestHandler: NonNullable<STSClientConfig["requestHandler"]>;
  readonly maxAttempts: number;
  readonly endpoint?: string;
  readonly useFipsEndpoint?: boolean;
  readonly useDualstackEndpoint?: boolean;
}

/** How credentials are resolved, whatever their source. */
export interface Way {
  readonly settings: ConnectionSettings;
  /** Aborts whatever is under way. */
  readonly signal: AbortSignal;
  /** For clients of STS: in the region of the settings, else in this one. */
  sts(region?: string): StsConfig;
  /** For clients of SSO, whose region is the profile's. */
  sso(): Omit<StsConfig, "region">;
}

/** The credentials that the settings and the environment name, with the settings' roles assumed. */
export async function resolveCredentials(way: Way): Promise<Credentials> {
  const roles = way.settings.assumeRoles ?? [];
  const last = roles.reduce<CredentialsProvider>(
    (source, role) => () => assumeRole(source, role, way.sts()),
    () => baseCredentials(way),
  );
  return last();
}

// In the order of Pulumi's AWS provider, so that a read goes where the program's other resources go. The SDK's own chain takes a profile of
// the environment before keys of the environment.
async function baseCredentials(way: Way): Promise<Credentials> {
  const { settings } = way;
  if (settings.assumeRoleWithWebIdentity?.roleArn)
    return assumeRoleWithWebIdentity(settings.assumeRoleWithWebIdentity, way.sts());
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
    return fromProfile(settings.profile, await Profiles.load(settings), way);
  if (AWS_ACCESS_KEY_ID && AWS_SECRET_ACCESS_KEY) return credentialProviders().fromEnv()();
  if (AWS_WEB_IDENTITY_TOKEN_FILE && AWS_ROLE_ARN)
    return assumeRoleWithWebIdentity(
      {
        roleArn: AWS_ROLE_ARN,
        webIdentityTokenFile: AWS_WEB_IDENTITY_TOKEN_FILE,
        sessionName: AWS_ROLE_SESSION_NAME,
      },
      way.sts(),
    );
  const profiles = await Profiles.load(settings);
  const name = namedProfile(settings);
  const profile = profiles.get(name ?? "default");
  if (profile && givesCredentials(profile)) return fromProfile(name ?? "default", profiles, way);
  if (process.env.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI || process.env.AWS_CONTAINER_CREDENTIALS_FULL_URI)
    return fromContainer();
  const found = isMetadataDisabled(settings) ? undefined : await instance();
  if (found) return found;
  if (name !== undefined) return fromProfile(name, profiles, way);
  throw new ConnectionProblem(
    "credentials",
    "none were found; set AWS_PROFILE, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or aws:profile in the stack's configuration",
  );

  // Most machines are no instance: unless the settings say where it is, that nothing answers there would only distract.
  function instance(): Promise<Credentials | undefined> {
    return fromInstance(profile ?? {}, way).catch((error: unknown) => {
      if (settings.ec2MetadataServiceEndpoint !== undefined || error instanceof ConnectionProblem)
        throw error;
      return undefined;
    });
  }
}

function staticKeys({ accessKey, secretKey, token }: ConnectionSettings): Credentials | undefined {
  if (accessKey === undefined && secretKey === undefined) return undefined;
  if (accessKey === undefined || secretKey === undefined) {
    const [has, lacks] = accessKey === undefined ? ["secretKey", "accessKey"] : ["accessKey", "secretKey"];
    throw new ConnectionProblem("credentials", `${has} is set but ${lacks} is not; set both or neither`);
  }
  return {
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    ...(token === undefined ? {} : { sessionToken: token }),
  };
}
