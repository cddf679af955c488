import type { ConnectionSettings } from "../settings";
import { withoutSecrets } from "../../room/withoutSecrets";

/**
 * A message without the roles of the settings and of the argument `assumeRole`: where it had an ARN, it has the name of the setting.
 * Nothing tells whether configuration is secret, and STS and the service quote ARNs and values of a request.
 */
export function withoutRoles(message: string, settings: ConnectionSettings): string {
  const roles = rolesOf(settings);
  const named = roles
    .flatMap(([name, { roleArn }]) => [roleArn, sessionArn(roleArn)].map((arn) => [name, arn] as const))
    // One may be the beginning of another.
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

// What the ARN of a role's session begins with: it has the role's name, without a path.
function sessionArn(roleArn: string): string {
  const [, partition, account, name] =
    /^arn:([^:]*):iam::([^:]*):role\/(?:.*\/)?([^/]+)$/.exec(roleArn) ?? [];
  return name === undefined ? "" : `arn:${partition}:sts::${account}:assumed-role/${name}`;
}
