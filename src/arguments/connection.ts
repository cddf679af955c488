import { checkString, invalid, invalidWithoutValue } from "./check";

/** Connection settings for one call or resource. They override the `provider` option and the stack's `aws:` configuration. */
export interface ConnectionArgs {
  /** The AWS region. With an `identifier`, omit this argument or set it to the region in the ARN. */
  readonly region?: string;
  /** The name of a profile in the shared AWS files. Its credentials replace those of the provider or the stack. */
  readonly profile?: string;
  /** The IAM role to assume. Replaces the roles of the provider or the stack. */
  readonly assumeRole?: AssumeRoleArgs;
  /** The URL of the service, for example of a VPC endpoint or a local test server. */
  readonly endpoint?: string;
}

/**
 * An IAM role to assume.
 *
 * @remarks Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export interface AssumeRoleArgs {
  /** ARN of the role. */
  readonly roleArn: string;
  /** Name of the session, as it appears in CloudTrail. Defaults to `pulumi-ivschat-` followed by the time in milliseconds. */
  readonly sessionName?: string;
  /** External ID (`sts:ExternalId`) that the role's trust policy requires. */
  readonly externalId?: string;
  /** Duration of the session, such as `1h`, `30m`, or `900s`. Defaults to one hour. */
  readonly duration?: string;
  /** Session policy as JSON, which further restricts the permissions. */
  readonly policy?: string;
  /** ARNs of managed policies that further restrict the permissions. */
  readonly policyArns?: string[];
  /** Source identity of the session. */
  readonly sourceIdentity?: string;
  /** Session tags. */
  readonly tags?: Record<string, string>;
  /** Keys of the session tags that are passed on to roles assumed from this session. */
  readonly transitiveTagKeys?: string[];
}

export const connectionArguments = ["region", "profile", "assumeRole", "endpoint"] as const;

export function checkConnectionArgs(args: { readonly [Name in keyof ConnectionArgs]: unknown }): void {
  const { region, profile, endpoint, assumeRole } = args;
  checkString("region", region);
  checkString("profile", profile);
  checkString("endpoint", endpoint);
  if (endpoint !== undefined && !/^https?:\/\//.test(endpoint)) {
    // The value may contain a password, which must not appear in the error message.
    const withoutPassword = endpoint.replace(/^([a-z+.-]*:\/\/)?[^/]*@/i, "$1");
    throw invalid("endpoint", withoutPassword, "must be a URL that begins with https:// or http://");
  }
  if (assumeRole !== undefined && !isRole(assumeRole)) {
    throw invalid(
      "assumeRole",
      assumeRole,
      'must be an object like { roleArn: "arn:aws:iam::123456789012:role/reader" }',
    );
  }
  for (const [member, value] of Object.entries(assumeRole ?? {})) checkRoleMember(member, value);
}

function isRole(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("roleArn" in value)) return false;
  return typeof value.roleArn === "string" && value.roleArn.startsWith("arn:");
}

// The error omits the value, because the value could be an external ID that was set as the wrong member.
function checkRoleMember(member: string, value: unknown): void {
  if (!Object.hasOwn(roleMembers, member) || value === undefined || value === null) return;
  const [isValid, expected] = roleMembers[member as keyof AssumeRoleArgs];
  if (isValid(value)) return;
  throw invalidWithoutValue("assumeRole", `has an invalid ${member}; it must be ${expected}`);
}

type MemberType = readonly [(value: unknown) => boolean, string];

const isText = (value: unknown) => typeof value === "string";
const text: MemberType = [isText, "a string"];
const texts: MemberType = [(value) => Array.isArray(value) && value.every(isText), "an array of strings"];
const textMap: MemberType = [
  (value) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(isText),
  "an object with string values",
];

const roleMembers: Record<keyof AssumeRoleArgs, MemberType> = {
  roleArn: text,
  sessionName: text,
  externalId: text,
  duration: text,
  policy: text,
  policyArns: texts,
  sourceIdentity: text,
  tags: textMap,
  transitiveTagKeys: texts,
};
