import { createHash } from "node:crypto";
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CredentialsError, getRoom } from "../../src";
import { unset } from "../support/environment";
import { writeSsoToken } from "./ssoToken";
import { failure, room, useCloud } from "./surroundings";

const aws = useCloud();
const roleArn = "arn:aws:iam::123456789012:role/reader";
const keys = (accessKeyId: string) =>
  `aws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${accessKeyId}-secret`;

/** Adds a profile to the config file. The name must be unique. */
function profile(name: string, ...lines: string[]): void {
  appendFileSync(join(aws.folder, "config"), `\n[profile ${name}]\n${lines.join("\n")}\n`);
}

/** Adds a profile with a generated name, and returns the name. */
function newProfile(...lines: string[]): string {
  const name = `profile-${(count += 1)}`;
  profile(name, ...lines);
  return name;
}
let count = 0;

/** Returns the access key that signed each request. */
const signers = () => aws.requests.flatMap(({ accessKeyId }) => accessKeyId ?? []);
const parameters = () => Object.fromEntries(new URLSearchParams(aws.requests[0]?.body));
const read = (name: string) => getRoom({ identifier: room(), profile: name });

beforeEach(() => {
  aws.secrets.set("AKIDOWN", { secretAccessKey: "AKIDOWN-secret" });
  aws.secrets.set("AKIDBASE", { secretAccessKey: "AKIDBASE-secret" });
});

describe("a profile with keys", () => {
  test("signs requests with its keys and its session token", async () => {
    aws.secrets.set("AKIDOWN", { secretAccessKey: "AKIDOWN-secret", sessionToken: "own-token" });
    profile("temporary", keys("AKIDOWN"), "aws_session_token = own-token");
    await read("temporary");
    expect(aws.requests).toMatchObject([{ accessKeyId: "AKIDOWN", sessionToken: "own-token" }]);
  });

  test.each([
    ["a credential_process", ["credential_process = false"]],
    ["a credential_source but no role", ["credential_source = EcsContainer"]],
    ["a source_profile but no role", ["source_profile = p1"]],
    ["a role but no source of credentials for the role", [`role_arn = ${roleArn}`]],
  ])("uses its keys even if the profile also has %s", async (_what, others) => {
    await read(newProfile(keys("AKIDOWN"), ...others));
    expect(signers()).toEqual(["AKIDOWN"]);
  });

  test.each(["aws_access_key_id = AKIDOWN", "aws_secret_access_key = AKIDOWN-secret"])(
    "is rejected if its only setting is %s",
    async (line) => {
      const error = await failure(read(newProfile(line)));
      expect(error?.message).toContain("has no usable credentials: it does not configure any");
      expect(aws.requests).toEqual([]);
    },
  );

  test("provides the account in aws_account_id, without a request to STS", async () => {
    aws.config({ "aws:allowedAccountIds": '["123456789012"]' });
    profile("known", keys("AKIDOWN"), "aws_account_id = 123456789012");
    await getRoom({ name: "lobby", region: "us-east-1", profile: "known" });
    expect(aws.requests.map(({ path }) => path)).toEqual(["/ListRooms", "/GetRoom"]);
  });

  test("is rejected without a request if its aws_account_id is not an allowed account", async () => {
    aws.config({ "aws:allowedAccountIds": '["123456789012"]' });
    profile("other", keys("AKIDOWN"), "aws_account_id = 999999999999");
    const error = await failure(getRoom({ name: "lobby", region: "us-east-1", profile: "other" }));
    expect(error?.message).toContain("account 999999999999 is not one of allowedAccountIds");
    expect(aws.requests).toEqual([]);
  });
});

describe("the role of a profile", () => {
  test("is assumed with the keys of the source_profile, in the region of the profile, for one hour", async () => {
    profile("simple", `role_arn = ${roleArn}`, "source_profile = p1", "region = eu-west-1");
    await read("simple");
    expect(signers()).toEqual(["AKIDP1", "ASIAREADER"]);
    expect(aws.requests[0]).toMatchObject({ host: "sts.eu-west-1.amazonaws.com" });
    const { RoleSessionName, ...others } = parameters();
    expect(RoleSessionName).toMatch(/^pulumi-ivschat-\d+$/);
    expect(others).toEqual({
      Action: "AssumeRole",
      Version: "2011-06-15",
      RoleArn: roleArn,
      DurationSeconds: "3600",
    });
  });

  test("has the session name, the external ID and the duration of the profile", async () => {
    profile(
      "detailed",
      `role_arn = ${roleArn}`,
      "source_profile = p1",
      "role_session_name = me",
      "external_id = x",
      "duration_seconds = 900",
    );
    await read("detailed");
    expect(parameters()).toMatchObject({ RoleSessionName: "me", ExternalId: "x", DurationSeconds: "900" });
  });

  test("is assumed with the source_profile's keys rather than the profile's own keys", async () => {
    profile("both", keys("AKIDOWN"), `role_arn = ${roleArn}`, "source_profile = p1");
    await read("both");
    expect(signers()).toEqual(["AKIDP1", "ASIAREADER"]);
  });

  test("is assumed with the profile's own keys if the profile is its own source_profile", async () => {
    profile("itself", keys("AKIDOWN"), `role_arn = ${roleArn}`, "source_profile = itself");
    await read("itself");
    expect(signers()).toEqual(["AKIDOWN", "ASIAREADER"]);
  });

  test("is assumed with the keys of the source_profile, not with the role that the source_profile also has", async () => {
    profile("keyed", keys("AKIDBASE"), `role_arn = ${roleArn}-unused`, "source_profile = p1");
    profile("above", `role_arn = ${roleArn}`, "source_profile = keyed");
    await read("above");
    expect(signers()).toEqual(["AKIDBASE", "ASIAREADER"]);
  });

  test("is assumed with the role of the source_profile if the source_profile has no keys", async () => {
    profile("first", "role_arn = arn:aws:iam::123456789012:role/first", "source_profile = p1");
    profile("second", `role_arn = ${roleArn}`, "source_profile = first");
    await read("second");
    expect(signers()).toEqual(["AKIDP1", "ASIAFIRST", "ASIAREADER"]);
  });

  test("is not assumed if source_profiles form a cycle", async () => {
    profile("round", `role_arn = ${roleArn}`, "source_profile = about");
    profile("about", `role_arn = ${roleArn}`, "source_profile = there");
    profile("there", `role_arn = ${roleArn}`, "source_profile = about");
    const error = await failure(read("round"));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error?.message).toContain(
      'the profile "there" has no usable credentials: its source_profile about forms a cycle',
    );
    expect(aws.requests).toEqual([]);
  });

  test("is not assumed if an MFA code is required", async () => {
    profile("mfa", `role_arn = ${roleArn}`, "source_profile = p1", "mfa_serial = arn:aws:iam::1:mfa/me");
    const error = await failure(read("mfa"));
    expect(error?.message).toMatch(/the profile "mfa" .*requires an MFA code.*aws configure --profile mfa/);
    expect(aws.requests).toEqual([]);
  });

  test.each([
    ["the token in the file and a default session name", [], /^pulumi-ivschat-\d+$/],
    ["the token in the file and the profile's session name", ["role_session_name = me"], /^me$/],
  ])("for a web identity is assumed with %s", async (_what, lines, sessionName) => {
    const name = newProfile(
      `role_arn = ${roleArn}`,
      `web_identity_token_file = ${join(aws.folder, "token")}`,
      "region = eu-west-1",
      ...lines,
    );
    await read(name);
    expect(signers()).toEqual(["ASIAREADER"]);
    expect(aws.requests[0]).toMatchObject({ host: "sts.eu-west-1.amazonaws.com" });
    expect(parameters()).toMatchObject({
      Action: "AssumeRoleWithWebIdentity",
      WebIdentityToken: "web-identity-token-of-the-file",
      RoleSessionName: expect.stringMatching(sessionName) as string,
    });
  });

  test.each([
    ["a token file but no role_arn", ["web_identity_token_file = token"]],
    ["a role_arn but no source of credentials", [`role_arn = ${roleArn}`]],
  ])("needs a role_arn and a source of credentials: a profile with %s is rejected", async (_what, lines) => {
    const error = await failure(read(newProfile(...lines)));
    expect(error?.message).toContain("has no usable credentials: it does not configure any");
    expect(aws.requests).toEqual([]);
  });
});

describe("the credential_source of a profile", () => {
  const container = () => ({
    AWS_CONTAINER_CREDENTIALS_FULL_URI: `${aws.plainEndpoint}/container/credentials`,
  });

  test.each([
    ["Environment", "AKIDENV"],
    ["EcsContainer", "ASIACONTAINER"],
    ["Ec2InstanceMetadata", "ASIAINSTANCE"],
  ])("%s provides the keys that sign the requests", async (source, signer) => {
    Object.assign(process.env, container());
    profile(source, `credential_source = ${source}`, `ec2_metadata_service_endpoint = ${aws.plainEndpoint}`);
    await read(source);
    expect(signers()).toEqual([signer]);
  });

  test("provides the credentials with which the profile's role is assumed", async () => {
    Object.assign(process.env, container());
    profile("task", "credential_source = EcsContainer", `role_arn = ${roleArn}`);
    await read("task");
    expect(signers()).toEqual(["ASIACONTAINER", "ASIAREADER"]);
  });

  test("must be one of the three values that the error lists", async () => {
    profile("typo", "credential_source = Ec2");
    const error = await failure(read("typo"));
    expect(error?.message).toMatch(
      /the profile "typo" .*credential_source must be Environment, EcsContainer, or Ec2InstanceMetadata/,
    );
    expect(aws.requests).toEqual([]);
  });
});

describe("an error about a profile", () => {
  test("that is not in the shared files says so", async () => {
    const error = await failure(read("nobody"));
    expect(error?.message).toContain(
      'the profile "nobody" has no usable credentials: it is not in the shared files',
    );
  });

  test.each([
    ["an sso_session", ["sso_session = corp", "sso_account_id = 123456789012", "sso_role_name = reader"]],
    [
      "SSO settings in the profile itself",
      [
        "sso_start_url = https://corp.awsapps.com/start",
        "sso_region = us-east-1",
        "sso_account_id = 123456789012",
        "sso_role_name = reader",
      ],
    ],
  ])("that is not signed in to SSO contains the command to sign in: %s", async (_what, lines) => {
    const name = newProfile(...lines);
    const error = await failure(read(name));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error?.message).toContain(`aws sso login --profile ${name})`);
    expect(aws.requests).toEqual([]);
  });

  test("whose SSO session has expired contains the command to sign in", async () => {
    const name = newProfile(
      "sso_start_url = https://expired.awsapps.com/start",
      "sso_region = us-east-1",
      "sso_account_id = 123456789012",
      "sso_role_name = reader",
    );
    writeSsoToken(aws.folder, "https://expired.awsapps.com/start", "t", -60_000);
    const error = await failure(read(name));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error?.message).toMatch(/expired.*aws sso login --profile/);
    expect(aws.requests).toEqual([]);
  });

  test("suggests `aws sso login` without --profile if no profile is set", async () => {
    unset("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
    process.env.AWS_CONFIG_FILE = join(aws.folder, "default-config");
    appendFileSync(
      process.env.AWS_CONFIG_FILE,
      "[default]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = reader\n\n" +
        "[sso-session corp]\nsso_region = us-east-1\nsso_start_url = https://corp.awsapps.com/start\n",
    );
    const error = await failure(getRoom({ identifier: room() }));
    expect(error?.message).toMatch(/aws sso login\)/);
  });

  test("with incomplete SSO settings lists the missing settings", async () => {
    const error = await failure(read(newProfile("sso_account_id = 123456789012")));
    expect(error?.message).toMatch(/sso_start_url.*sso_role_name|sso_role_name.*sso_start_url/);
  });
});

test("a profile with a login_session signs with the keys that aws login has stored", async () => {
  const session = "arn:aws:iam::123456789012:user/me";
  aws.secrets.set("ASIALOGIN", { secretAccessKey: "login-secret", sessionToken: "login-token" });
  process.env.AWS_LOGIN_CACHE_DIRECTORY = aws.folder;
  writeFileSync(
    join(aws.folder, `${createHash("sha256").update(session).digest("hex")}.json`),
    JSON.stringify({
      accessToken: {
        accessKeyId: "ASIALOGIN",
        secretAccessKey: "login-secret",
        sessionToken: "login-token",
        accountId: "123456789012",
        expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      },
      clientId: "c",
      refreshToken: "r",
      dpopKey: "k",
    }),
  );
  profile("console", `login_session = ${session}`, "region = us-east-1");
  await read("console");
  expect(aws.requests).toMatchObject([{ accessKeyId: "ASIALOGIN", sessionToken: "login-token" }]);
});

test("a profile with a login_session but without stored keys is rejected with an error that contains the command to sign in", async () => {
  process.env.AWS_LOGIN_CACHE_DIRECTORY = aws.folder;
  profile("signed-out", "login_session = arn:aws:iam::123456789012:user/signed-out");
  const error = await failure(read("signed-out"));
  expect(error).toBeInstanceOf(CredentialsError);
  expect(error?.message).toMatch(/Failed to load token .*sign in again: aws login --profile signed-out/);
  expect(aws.requests).toEqual([]);
});

describe("the profile in AWS_PROFILE", () => {
  beforeEach(() => {
    unset("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
  });

  test("is skipped in favor of the container's credentials if the profile sets only a region", async () => {
    profile("regional", "region = us-east-1");
    Object.assign(process.env, {
      AWS_PROFILE: "regional",
      AWS_CONTAINER_CREDENTIALS_FULL_URI: `${aws.plainEndpoint}/container/credentials`,
    });
    await getRoom({ identifier: room() });
    expect(signers()).toEqual(["ASIACONTAINER"]);
  });

  test("is named in the error if no source has credentials", async () => {
    process.env.AWS_PROFILE = "absent";
    const error = await failure(getRoom({ identifier: room() }));
    expect(error?.message).toContain('the profile "absent" has no usable credentials');
  });
});
