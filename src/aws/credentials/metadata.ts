import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Credentials, ResolveContext } from "./resolve";
import { credentialProviders } from "../packages";
import { ConnectionProblem } from "../problem";
import type { Profile } from "../profiles";
import type { ConnectionSettings } from "../settings";

/** Gets the credentials of an ECS or EKS container, from AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or AWS_CONTAINER_CREDENTIALS_FULL_URI. */
export function fromContainer(): Promise<Credentials> {
  // In milliseconds. The SDK does not end a slower request, but prints a warning to the console.
  return credentialProviders().fromHttp({ maxRetries: 1, timeout: 5000 })();
}

export function isMetadataDisabled({ skipMetadataApiCheck }: ConnectionSettings): boolean {
  const disabled = process.env.AWS_EC2_METADATA_DISABLED;
  return skipMetadataApiCheck === true || (Boolean(disabled) && disabled?.toLowerCase() !== "false");
}

/**
 * Gets the credentials of this EC2 instance. Does not use the SDK's `fromInstanceMetadata`: its endpoint is configured with environment
 * variables, which would affect all programs in the process.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html
 */
export async function fromInstance(
  profile: Profile,
  { settings, signal }: ResolveContext,
): Promise<Credentials> {
  const endpoint = endpointOf(profile, settings);
  const token = await sessionToken(endpoint, profile, signal);
  const headers: Record<string, string> = token === undefined ? {} : { "x-aws-ec2-metadata-token": token };
  const get = async (path: string) => {
    const { status, body } = await send(new URL(path, endpoint), { headers }, signal);
    if (status === 200) return body;
    throw new Error(`the EC2 metadata service answered with status ${status}`);
  };
  const role = (await get(rolePath)).trim();
  const answer = JSON.parse(await get(`${rolePath}${encodeURIComponent(role)}`)) as Record<string, unknown>;
  const { AccessKeyId, SecretAccessKey, Token, Expiration, AccountId } = answer;
  if (![AccessKeyId, SecretAccessKey, Token, Expiration].every((value) => typeof value === "string"))
    throw new Error("the answer of the EC2 metadata service has no credentials");
  return {
    accessKeyId: AccessKeyId as string,
    secretAccessKey: SecretAccessKey as string,
    sessionToken: Token as string,
    expiration: new Date(Expiration as string),
    ...(typeof AccountId === "string" ? { accountId: AccountId } : {}),
  };
}

const rolePath = "/latest/meta-data/iam/security-credentials/";

function endpointOf(profile: Profile, settings: ConnectionSettings): string {
  const { AWS_EC2_METADATA_SERVICE_ENDPOINT, AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE } = process.env;
  const endpoint =
    settings.ec2MetadataServiceEndpoint ??
    (AWS_EC2_METADATA_SERVICE_ENDPOINT || profile.ec2_metadata_service_endpoint);
  if (endpoint) {
    if (/^https?:\/\//.test(endpoint) && URL.canParse(endpoint)) return endpoint;
    throw new ConnectionProblem(
      "setting",
      "ec2MetadataServiceEndpoint must be a URL like http://169.254.169.254",
    );
  }
  const mode =
    settings.ec2MetadataServiceEndpointMode ??
    (AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE || profile.ec2_metadata_service_endpoint_mode || "IPv4");
  const defaultEndpoint = defaultEndpoints.get(mode.toLowerCase());
  if (defaultEndpoint) return defaultEndpoint;
  throw new ConnectionProblem("setting", "ec2MetadataServiceEndpointMode must be IPv4 or IPv6");
}

const defaultEndpoints = new Map([
  ["ipv4", "http://169.254.169.254"],
  ["ipv6", "http://[fd00:ec2::254]"],
]);

// Returns undefined to fall back to IMDSv1. In containers, the token request can time out because of the hop limit.
async function sessionToken(
  endpoint: string,
  profile: Profile,
  signal: AbortSignal,
): Promise<string | undefined> {
  const options = { method: "PUT", headers: { "x-aws-ec2-metadata-token-ttl-seconds": "21600" } };
  const { status, body } = await send(new URL("/latest/api/token", endpoint), options, signal).catch(
    (error: unknown) => {
      if (error instanceof NoAnswer) return { status: 0, body: "" };
      throw error;
    },
  );
  if (status === 200) return body;
  const isV1Disabled = process.env.AWS_EC2_METADATA_V1_DISABLED ?? profile.ec2_metadata_v1_disabled;
  const mayLackTokens = [0, 403, 404, 405].includes(status);
  if (mayLackTokens && (isV1Disabled === undefined || isV1Disabled === "false")) return undefined;
  throw new Error(`the EC2 metadata service rejected the token request with status ${status}`);
}

class NoAnswer extends Error {}

/** Sends one request, without a proxy. Times out after one second. */
function send(
  url: URL,
  options: { readonly method?: string; readonly headers: Record<string, string> },
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const request = url.protocol === "https:" ? httpsRequest : httpRequest;
    const sent = request(url, { ...options, agent: false, signal }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        body += text;
        if (body.length > largestAnswer)
          fail(new Error("the answer of the EC2 metadata service is too large"));
      });
      response.on("error", reject).on("end", () => {
        resolve({ status: response.statusCode ?? 0, body });
      });
    });
    const fail = (error: Error) => {
      reject(error);
      sent.destroy();
    };
    const timer = setTimeout(() => {
      fail(new NoAnswer("the EC2 metadata service does not answer"));
    }, 1000);
    sent
      .on("error", reject)
      .on("close", () => {
        clearTimeout(timer);
      })
      .end();
  });
}

const largestAnswer = 64 * 1024;
