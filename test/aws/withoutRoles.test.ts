import { withoutRoles } from "../../src/aws/credentials/withoutRoles";

const arn = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const session = (name: string) => `arn:aws:sts::123456789012:assumed-role/${name}`;

test("role ARNs and their session ARNs in a message are replaced by the names of the settings", () => {
  const settings = { assumeRoles: [{ roleArn: arn("team/one") }, { roleArn: arn("two") }] };
  expect(withoutRoles(`${session("one")}/s cannot assume ${arn("two")}`, settings)).toBe(
    "<assumeRoles[0].roleArn>/s cannot assume <assumeRoles[1].roleArn>",
  );
});

test("a role ARN that starts with another role's ARN is replaced by the name of the setting that contains the longer ARN", () => {
  const settings = {
    assumeRoles: [{ roleArn: arn("one") }, { roleArn: arn("one-more") }],
    assumeRoleWithWebIdentity: { roleArn: arn("one-more-web"), webIdentityToken: "w" },
  };
  const message = [arn("one-more-web"), arn("one-more"), arn("one")].join(" ");
  expect(withoutRoles(message, settings)).toBe(
    "<assumeRoleWithWebIdentity.roleArn> <assumeRoles[1].roleArn> <assumeRoles[0].roleArn>",
  );
});

test.each(["arn:aws:iam::123456789012:user/me", `x${arn("one")}`, arn("one/"), "arn:aws:iam::1:role/"])(
  "the roleArn %s, which is not the ARN of a role, is replaced, and the rest of the message is unchanged",
  (roleArn) => {
    const others = `undefined ${session("one")} ${session("")} ${session("undefined")}`;
    expect(withoutRoles(`${roleArn} ${others}`, { assumeRoles: [{ roleArn }] })).toBe(
      `<assumeRole.roleArn> ${others}`,
    );
  },
);

test("a message is unchanged if the settings have no roles", () => {
  const message = `the role ${arn("one")} of 123`;
  expect(withoutRoles(message, {})).toBe(message);
  expect(withoutRoles(message, { assumeRoleWithWebIdentity: { webIdentityToken: "w" } })).toBe(message);
});
