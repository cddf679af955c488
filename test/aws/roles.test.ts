import { join } from "node:path";
import { CredentialsError, getRoom, type AssumeRoleArgs } from "../../src";
import { unset } from "../support/environment";
import { failure, room, useCloud } from "./surroundings";

const aws = useCloud();

const roleArn = "arn:aws:iam::123456789012:role/reader";
const shared = {
  roleArn,
  sessionName: "session",
  duration: "30m",
  policy: "{}",
  policyArns: ["arn:aws:iam::aws:policy/A", "arn:aws:iam::aws:policy/B"],
};
const sharedParameters = {
  Version: "2011-06-15",
  RoleArn: roleArn,
  RoleSessionName: "session",
  DurationSeconds: "1800",
  Policy: "{}",
  "PolicyArns.member.1.arn": "arn:aws:iam::aws:policy/A",
  "PolicyArns.member.2.arn": "arn:aws:iam::aws:policy/B",
};
const parameters = () => Object.fromEntries(new URLSearchParams(aws.requests[0]?.body));
const configured = (role: object) => {
  aws.config({ "aws:assumeRoleWithWebIdentity": JSON.stringify(role) });
};

test("all members of a role are sent to STS in the AssumeRole request", async () => {
  const tags = { team: "live", empty: "" };
  const assumeRole = {
    ...shared,
    externalId: "x",
    sourceIdentity: "source",
    tags,
    transitiveTagKeys: ["team"],
  };
  await getRoom({ identifier: room(), assumeRole });
  expect(parameters()).toEqual({
    Action: "AssumeRole",
    ...sharedParameters,
    ExternalId: "x",
    SourceIdentity: "source",
    "Tags.member.1.Key": "team",
    "Tags.member.1.Value": "live",
    "Tags.member.2.Key": "empty",
    "Tags.member.2.Value": "",
    "TransitiveTagKeys.member.1": "team",
  });
});

test("all members of aws:assumeRoleWithWebIdentity are sent to STS in the AssumeRoleWithWebIdentity request", async () => {
  configured({ ...shared, webIdentityToken: "the-token" });
  await getRoom({ identifier: room() });
  expect(parameters()).toEqual({
    Action: "AssumeRoleWithWebIdentity",
    ...sharedParameters,
    WebIdentityToken: "the-token",
  });
});

test.each([
  ["a role", {}, { assumeRole: { roleArn } }, { Action: "AssumeRole" }],
  [
    "a role for a web identity",
    { roleArn, webIdentityToken: "w" },
    {},
    { Action: "AssumeRoleWithWebIdentity", WebIdentityToken: "w" },
  ],
])(
  "the session of %s has a default name if the settings have no session name",
  async (_, webIdentity, args, others) => {
    configured(webIdentity);
    await getRoom({ identifier: room(), ...args });
    const { RoleSessionName, ...rest } = parameters();
    expect(RoleSessionName).toMatch(/^pulumi-ivschat-\d+$/);
    expect(rest).toMatchObject({ RoleArn: roleArn, ...others });
    for (const name of ["Policy", "ExternalId", "PolicyArns.member.1.arn", "DurationSeconds"])
      expect(rest).not.toHaveProperty([name]);
  },
);

test("a role with an invalid duration is rejected before any request", async () => {
  const assumeRole: AssumeRoleArgs = { roleArn, duration: "soon" };
  const error = await failure(getRoom({ identifier: room(), assumeRole }));
  expect(error?.message).toMatch(/`duration` of the role .* 1h, 30m or 900s/);
  expect(error).toMatchObject({ code: "SettingProblem" });
  expect(aws.requests).toEqual([]);
});

test("a role for a web identity without a token is rejected before any request", async () => {
  configured({ roleArn });
  const error = await failure(getRoom({ identifier: room() }));
  expect(error).toBeInstanceOf(CredentialsError);
  expect(error?.message).toContain("webIdentityToken or webIdentityTokenFile");
  expect(aws.requests).toEqual([]);
});

test.each([
  ["token file", () => ({ AWS_WEB_IDENTITY_TOKEN_FILE: join(aws.folder, "token") })],
  ["role", () => ({ AWS_ROLE_ARN: roleArn })],
])("a web identity in the environment is ignored if only its %s is set", async (_, environment) => {
  unset("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
  Object.assign(process.env, { ...environment(), AWS_PROFILE: "p1" });
  await getRoom({ identifier: room() });
  expect(aws.requests).toMatchObject([{ accessKeyId: "AKIDP1" }]);
});
