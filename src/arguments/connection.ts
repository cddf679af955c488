import { checkString, invalid } from "./check";

/**
 * How a read reaches the service, where the stack's `aws:` configuration or a provider does not say it.
 *
 * @example
 * ```ts
 * import { getRoom, type ConnectionArgs } from "pulumi-ivschat";
 *
 * const connection: ConnectionArgs = { region: "eu-west-1", profile: "live" };
 * const room = await getRoom({ name: "lobby", ...connection });
 * ```
 */
export interface ConnectionArgs {
  /** The AWS region to look in; of an `identifier`, its own region is used, and another one here is an error. */
  readonly region?: string;
  /** The profile in the shared AWS files whose credentials are used, in place of the stack's identity. */
  readonly profile?: string;
  /** A role to assume for the read, in place of the stack's roles. */
  readonly assumeRole?: AssumeRoleArgs;
  /** The URL of the service, where it is not the region's own: for a VPC endpoint or a local stand-in. */
  readonly endpoint?: string;
}

/**
 * A role to assume for a read.
 *
 * @remarks Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 *
 * @example
 * ```ts
 * import { getRoom, type AssumeRoleArgs } from "pulumi-ivschat";
 *
 * const assumeRole: AssumeRoleArgs = { roleArn: "arn:aws:iam::123456789012:role/reader", duration: "15m" };
 * const room = await getRoom({ name: "lobby", assumeRole });
 * ```
 */
export interface AssumeRoleArgs {
  /** ARN of the role. */
  readonly roleArn: string;
  /** Name of the session, as it shows in the role's logs. */
  readonly sessionName?: string;
  /** What the role's trust policy asks for as `sts:ExternalId`. */
  readonly externalId?: string;
  /** How long the session lasts: `1h`, `30m`, `900s`; an hour where it is left out. */
  readonly duration?: string;
  /** A policy, as JSON, that narrows the session further. */
  readonly policy?: string;
  /** ARNs of managed policies that narrow the session further. */
  readonly policyArns?: string[];
  /** The source identity of the session. */
  readonly sourceIdentity?: string;
  /** Tags of the session. */
  readonly tags?: Record<string, string>;
  /** Which of the tags are handed on to sessions assumed from this one. */
  readonly transitiveTagKeys?: string[];
}

export const connectionArguments = ["region", "profile", "assumeRole", "endpoint"] as const;

/** Throws an InvalidRoomIdentifierError unless the arguments of the connection are well formed. */
export function checkConnectionArgs(args: { readonly [Name in keyof ConnectionArgs]: unknown }): void {
  const { region, profile, endpoint, assumeRole } = args;
  checkString("region", region);
  checkString("profile", profile);
  checkString("endpoint", endpoint);
  if (endpoint !== undefined && !/^https?:\/\//.test(endpoint)) {
    // What is not a URL may hold a password all the same.
    const shown = endpoint.replace(/^([a-z+.-]*:\/\/)?[^/]*@/i, "$1");
    throw invalid("endpoint", shown, "must be a URL that begins with https:// or http://");
  }
  if (assumeRole !== undefined && !isRole(assumeRole)) {
    throw invalid(
      "assumeRole",
      assumeRole,
      'must be an object like { roleArn: "arn:aws:iam::123456789012:role/reader" }',
    );
  }
}

function isRole(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("roleArn" in value)) return false;
  return typeof value.roleArn === "string" && value.roleArn.startsWith("arn:");
}
