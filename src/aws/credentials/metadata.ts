import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Credentials, Way } from "./resolve";
import { credentialProviders } from "../packages";
import { ConnectionProblem } from "../problem";
import type { Profile } from "../profiles";
import type { ConnectionSettings } from "../settings";

/** The credentials that a container is given: AWS_CONTAINER_CREDENTIALS_RELATIVE_URI, or _FULL_URI. */
export function fromContainer(): Promise<Credentials> {
  return credentialProviders().fromHttp({ maxRetries: 1, timeout: 1000 })();
}

export function isMetadataDisabled({ skipMetadataApiCheck }: ConnectionSettings): boolean {
  const disabled = process.env.AWS_EC2_METADATA_DISABLED;
  return skipMetadataApiCheck === true || (Boolean(disabled) && disabled?.toLowerCase() !== "false");
}

/**
 * The credentials of the EC2 instance that this runs on. Not the SDK's `fromInstanceMetadata`, which takes its endpoint from the environment
 * only, so that settings of one program in a process would change it for all.
 *
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html
 */
export async function fromInstance(profile: Profile, { settings, signal }: Way): Promise<Credentials> {
  const endpoint = endpointOf(profile, settings);
  const token = await sessionToken(endpoint, profile, signal);
  const headers: Record<string, string> = token === undefined ? {} : { "x-aws-ec2-metadata-token": token };
  const get = async (path: string) => {
    const { status, body } = await ask(new URL(path, endpoint), { headers }, signal);
    if (status === 200) return body;
    throw new Error(`the instance's metadata service answered ${status}`);
  };
  const role = (await get(rolePath)).trim();
  const answer = JSON.parse(await get(`${rolePath}${encodeURIComponent(role)}`)) as Record<string, unknown>;
  const { AccessKeyId, SecretAccessKey, Token, Expiration, AccountId } = answer;
  if (![AccessKeyId, SecretAccessKey, Token, Expiration].every((value) => typeof value === "string"))
    throw new Error("the instance's metadata service answered without credentials");
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
      "ec2MetadataServiceEndpoint is not a URL like http://169.254.169.254",
    );
  }
  const mode =
    settings.ec2MetadataServiceEndpointMode ??
    (AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE || profile.ec2_metadata_service_endpoint_mode || "IPv4");
  const usual = usualEndpoints.get(mode.toLowerCase());
  if (usual) return usual;
  throw new ConnectionProblem("setting", "ec2MetadataServiceEndpointMode is neither IPv4 nor IPv6");
}

const usualEndpoints = new Map([
  ["ipv4", "http://169.254.169.254"],
  ["ipv6", "http://[fd00:ec2::254]"],
]);

// Undefined where the service knows only its first version, or where the answer is lost on the way into a container.
async function sessionToken(
  endpoint: string,
  profile: Profile,
  signal: AbortSignal,
): Promise<string | undefined> {
  const options = { method: "PUT", headers: { "x-aws-ec2-metadata-token-ttl-seconds": "21600" } };
  const { status, body } = await ask(new URL("/latest/api/token", endpoint), options, signal).catch(
    (error: unknown) => {
      if (error instanceof NoAnswer) return { status: 0, body: "" };
      throw error;
    },
  );
  if (status === 200) return body;
  const noFirstVersion = process.env.AWS_EC2_METADATA_V1_DISABLED ?? profile.ec2_metadata_v1_disabled;
  const mayLackIt = [0, 403, 404, 405].includes(status);
  if (mayLackIt && (noFirstVersion === undefined || noFirstVersion === "false")) return undefined;
  throw new Error(`the instance's metadata service refused a token (${status})`);
}

class NoAnswer extends Error {}

/** One request, past any proxy, answered whole within a second. */
function ask(
  url: URL,
  options: { readonly method?: string; readonly headers: Record<string, string> },
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? httpsRequest : httpRequest;
    const request = send(url, { ...options, agent: false, signal }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => {
        body += text;
        if (body.length > largestAnswer) fail(new Error("the instance's metadata service answered too much"));
      });
      response.on("error", reject).on("end", () => {
        resolve({ status: response.statusCode ?? 0, body });
      });
    });
    const fail = (error: Error) => {
      reject(error);
      request.destroy();
    };
    const timer = setTimeout(() => {
      fail(new NoAnswer("the instance's metadata service does not answer"));
    }, 1000);
    request
      .on("error", reject)
      .on("close", () => {
        clearTimeout(timer);
      })
      .end();
  });
}

const largestAnswer = 64 * 1024;
