import type { ConnectionSettings } from "../settings";
import { withoutSecrets } from "../../room/withoutSecrets";

/**
 * Replaces role ARNs in a message with the name of the setting, and other values of roles with `[secret]`. STS and the service quote these
 * values in errors, and the package cannot tell whether a configuration value is secret.
 */
export function withoutRoles(message: string, settings: ConnectionSettings): string {
  const roles = rolesOf(settings);
  const named = roles
    .flatMap(([name, { roleArn }]) => [roleArn, sessionArn(roleArn)].map((arn) => [name, arn] as const))
    // Longest first, because one ARN can be a prefix of another.
    .sort(([, a], [, b]) => b.length - a.length)
    .reduce((text, [name, arn]) => (arn === "" ? text : text.replaceAll(arn, `<${name}.roleArn>`)), message);
  const others = roles.flatMap(([, { roleArn: _, duration: __, ...values }]) => Object.values(values));
  return withoutSecrets(named, others);
}

interface Role {
  readonly roleArn: string;
  readonly duration?: string;
}

function rolesOf({ assumeRoles = [], assumeRoleWithWebIdentity }: ConnectionSettings): [string, Role][] {
  const nameOf = (index: number) => (assumeRoles.length === 1 ? "assumeRole" : `assumeRoles[${index}]`);
  const roles = assumeRoles.map((role, index): [string, Role] => [nameOf(index), role]);
  const { roleArn = "" } = assumeRoleWithWebIdentity ?? {};
  return [["assumeRoleWithWebIdentity", { ...assumeRoleWithWebIdentity, roleArn }], ...roles];
}

// The prefix of the ARNs of a role's sessions. These ARNs contain the role's name but not its path.
function sessionArn(roleArn: string): string {
  const [, partition, account, name] =
    /^arn:([^:]*):iam::([^:]*):role\/(?:.*\/)?([^/]+)$/.exec(roleArn) ?? [];
  return name === undefined ? "" : `arn:${partition}:sts::${account}:assumed-role/${name}`;
}
