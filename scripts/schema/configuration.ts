import type { SettingKey } from "../../src/aws/settings";
import { secretKeys } from "../../src/plugin/configuration";
import type { RunSettings } from "../../src/reading/run";
import type { SchemaType } from "./members";

const text = { type: "string" };
const flag = { type: "boolean" };
const number = { type: "number" };
const texts = { type: "array", items: text };
const described = (description: string, type: SchemaType) => ({ ...type, description });
const ref = (name: string) => ({ $ref: `#/types/ivschat:index:${name}` });

const keys: Record<Exclude<SettingKey, "assumeRole"> | keyof RunSettings, SchemaType> = {
  region: described(
    "The AWS region of the rooms. Defaults to `AWS_REGION`, then `AWS_DEFAULT_REGION`, then the region of the profile. The region in an ARN takes precedence.",
    text,
  ),
  profile: described("The name of a profile in the shared AWS files.", text),
  accessKey: described("The access key ID of static credentials. Requires `secretKey`.", text),
  secretKey: described("The secret access key of static credentials. Requires `accessKey`.", text),
  token: described("The session token of static credentials.", text),
  sharedConfigFiles: described(
    "The paths of the shared config files. Defaults to `AWS_CONFIG_FILE` or `~/.aws/config`.",
    texts,
  ),
  sharedCredentialsFiles: described(
    "The paths of the shared credentials files. Defaults to `AWS_SHARED_CREDENTIALS_FILE` or `~/.aws/credentials`.",
    texts,
  ),
  assumeRoles: described(
    "The IAM roles to assume, in order. Each role is assumed with the credentials of the previous one.",
    {
      type: "array",
      items: ref("AssumeRole"),
    },
  ),
  assumeRoleWithWebIdentity: described(
    "The IAM role to assume with a web identity token.",
    ref("AssumeRoleWithWebIdentity"),
  ),
  stsRegion: described("The region of the STS endpoint. Defaults to `region`, then `us-east-1`.", text),
  endpoints: described("Custom endpoints of AWS services.", {
    type: "array",
    items: ref("Endpoints"),
  }),
  useFipsEndpoint: described("Whether to use FIPS endpoints. Default: false.", flag),
  useDualstackEndpoint: described("Whether to use dual-stack endpoints. Default: false.", flag),
  maxRetries: described(
    "The maximum number of retries after a network error or a server error. Default: 9, or 2 if the endpoint has never responded.",
    { type: "integer" },
  ),
  retryMode: described("Has no effect: requests are always limited to the service's quota.", text),
  httpProxy: described(
    "The URL of the proxy for HTTP requests, and for HTTPS requests if `httpsProxy` is not set.",
    text,
  ),
  httpsProxy: described("The URL of the proxy for HTTPS requests.", text),
  noProxy: described("The hosts for which no proxy is used, separated by commas.", text),
  customCaBundle: described(
    "The path of a file with certificates of additional certificate authorities, in PEM format.",
    text,
  ),
  insecure: described("Whether to disable the verification of TLS certificates. Default: false.", flag),
  ec2MetadataServiceEndpoint: described("The URL of the EC2 metadata service.", text),
  ec2MetadataServiceEndpointMode: described(
    "The IP version of the EC2 metadata service: `IPv4` or `IPv6`. Default: `IPv4`.",
    text,
  ),
  skipMetadataApiCheck: described(
    "Whether to disable credentials from the EC2 metadata service. Default: false.",
    flag,
  ),
  allowedAccountIds: described("The IDs of the accounts whose rooms can be read.", texts),
  forbiddenAccountIds: described("The IDs of accounts whose rooms cannot be read.", texts),
  requestsPerSecond: described(
    "The maximum number of requests per second for each operation, account, and region. Default: 5, or 3 for GetLoggingConfiguration.",
    number,
  ),
  readEach: described(
    "Whether to read each recorded room with a separate GetRoom request instead of comparing it with ListRooms. Default: false.",
    flag,
  ),
  connectTimeout: described("The time limit for opening a connection, in seconds. Default: 5.", number),
  requestTimeout: described("The time limit for one request, in seconds. Default: 15.", number),
  readTimeout: described(
    "The time limit for one read including retries, in seconds. Default: 60. The time spent waiting for the quota does not count.",
    number,
  ),
};

/** The keys of the provider's configuration. */
export const configuration: Record<string, SchemaType> = Object.fromEntries(
  Object.entries(keys).map(([key, type]) => [
    key,
    secretKeys.includes(key) ? { ...type, secret: true } : type,
  ]),
);

const role = {
  roleArn: described("The ARN of the role.", text),
  sessionName: described("The name of the session.", text),
  duration: described(
    "The duration of the session, such as `1h`, `30m`, or `900s`. Default: one hour.",
    text,
  ),
  policy: described("A session policy, as JSON, that further restricts the permissions.", text),
  policyArns: described("The ARNs of managed policies that further restrict the permissions.", texts),
};

/** The types that only the configuration uses. */
export const configurationTypes: Record<string, SchemaType> = {
  "ivschat:index:AssumeRoleWithWebIdentity": {
    type: "object",
    description:
      "An IAM role to assume with a web identity token. Requires either `webIdentityToken` or `webIdentityTokenFile`.",
    properties: {
      ...role,
      webIdentityToken: described("The token.", { ...text, secret: true }),
      webIdentityTokenFile: described("The path of a file that contains the token.", text),
    },
    required: ["roleArn"],
  },
  "ivschat:index:Endpoints": {
    type: "object",
    description: "Custom endpoints of AWS services.",
    properties: {
      ivschat: described("The URL of Amazon IVS Chat.", text),
      sts: described("The URL of AWS STS.", text),
      sso: described("The URL of AWS IAM Identity Center.", text),
    },
  },
};
