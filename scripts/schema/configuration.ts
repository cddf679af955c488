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
    "The AWS region to read in. If it is not set: `AWS_REGION`, `AWS_DEFAULT_REGION`, then the region of the profile.",
    text,
  ),
  profile: described("The profile of the shared AWS files whose credentials are used.", text),
  accessKey: described("The access key ID of static credentials.", text),
  secretKey: described("The secret access key of static credentials.", text),
  token: described("The session token of static credentials.", text),
  sharedConfigFiles: described("The shared config files, instead of the one at its usual place.", texts),
  sharedCredentialsFiles: described(
    "The shared credentials files, instead of the one at its usual place.",
    texts,
  ),
  assumeRoles: described("The roles to assume, one after another.", {
    type: "array",
    items: ref("AssumeRole"),
  }),
  assumeRoleWithWebIdentity: described(
    "The role to assume with a web identity token.",
    ref("AssumeRoleWithWebIdentity"),
  ),
  stsRegion: described("The region of the STS endpoint.", text),
  endpoints: described("URLs of services, instead of the region's own.", {
    type: "array",
    items: ref("Endpoints"),
  }),
  useFipsEndpoint: described("Use the FIPS endpoint.", flag),
  useDualstackEndpoint: described("Use the dual-stack endpoint.", flag),
  maxRetries: described(
    "Retries after a network error or a server error; 9, or 2 if the endpoint has never answered.",
    { type: "integer" },
  ),
  retryMode: described("No effect: requests are always limited to the rate that the service allows.", text),
  httpProxy: described("The URL of a proxy for HTTP, and for HTTPS if `httpsProxy` is not set.", text),
  httpsProxy: described("The URL of a proxy for HTTPS.", text),
  noProxy: described("Hosts that are reached without a proxy, separated by commas.", text),
  customCaBundle: described("A file with the certificates of additional authorities, in PEM.", text),
  insecure: described("Turn off the verification of TLS certificates.", flag),
  ec2MetadataServiceEndpoint: described("The URL of the EC2 metadata service.", text),
  ec2MetadataServiceEndpointMode: described("`IPv4` or `IPv6`.", text),
  skipMetadataApiCheck: described("Do not use the credentials of the EC2 instance.", flag),
  allowedAccountIds: described("The only accounts that may be read.", texts),
  forbiddenAccountIds: described("Accounts that may not be read.", texts),
  requestsPerSecond: described(
    "The highest rate of requests for each operation, account and region; 5, and 3 for logging configurations.",
    number,
  ),
  readEach: described(
    "Read each recorded room with a GetRoom request of its own, instead of comparing it with the result of ListRooms.",
    flag,
  ),
  connectTimeout: described("Seconds to establish a connection; 5.", number),
  requestTimeout: described("Seconds for one request; 15.", number),
  readTimeout: described(
    "Seconds for one read with all its retries; 60. The time that requests wait for the quota is not counted.",
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
  duration: described("The duration of the session, like `1h`, `30m` or `900s`.", text),
  policy: described("A policy, as JSON, that restricts the session further.", text),
  policyArns: described("ARNs of managed policies that restrict the session further.", texts),
};

/** The types that only the configuration uses. */
export const configurationTypes: Record<string, SchemaType> = {
  "ivschat:index:AssumeRoleWithWebIdentity": {
    type: "object",
    description: "A role to assume with a web identity token.",
    properties: {
      ...role,
      webIdentityToken: described("The token.", { ...text, secret: true }),
      webIdentityTokenFile: described("The file that contains the token.", text),
    },
    required: ["roleArn"],
  },
  "ivschat:index:Endpoints": {
    type: "object",
    description: "URLs of services.",
    properties: {
      ivschat: described("The URL of Amazon IVS Chat.", text),
      sts: described("The URL of AWS STS.", text),
      sso: described("The URL of AWS IAM Identity Center.", text),
    },
  },
};
