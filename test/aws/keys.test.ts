import { join } from "node:path";
import { CredentialsError, getRoom } from "../../src";
import { unset } from "../support/environment";
import { writeSsoToken } from "./ssoToken";
import { awsProvider, room, useCloud, failure } from "./surroundings";

const aws = useCloud();

const sent = () => aws.requests.filter(({ service }) => service === "ivschat");
const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;

describe("aws:accessKey, aws:secretKey and aws:token", () => {
  test("sign the requests even if the environment has other credentials", async () => {
    aws.secrets.set("AKIDSTACK", { secretAccessKey: "s", sessionToken: "t" });
    aws.config({ "aws:accessKey": "AKIDSTACK", "aws:secretKey": "s", "aws:token": "t" });
    await getRoom({ identifier: room() });
    expect(sent()).toMatchObject([{ accessKeyId: "AKIDSTACK", sessionToken: "t" }]);
  });

  test.each([
    ["accessKey", "secretKey"],
    ["secretKey", "accessKey"],
  ])("cause an error if only %s is set", async (key, missing) => {
    aws.config({ [`aws:${key}`]: "AKIDSTACK" });
    const error = await failure(getRoom({ identifier: room() }));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error?.message).toContain(`${key} is set but ${missing} is not; set both or neither`);
    expect(error?.message).not.toContain("AKIDSTACK");
    expect(aws.requests).toEqual([]);
  });
});

describe("aws:sharedConfigFiles and aws:sharedCredentialsFiles", () => {
  const files = () => ({
    "aws:sharedConfigFiles": JSON.stringify([join(aws.folder, "config"), join(aws.folder, "other-config")]),
    "aws:sharedCredentialsFiles": JSON.stringify([
      join(aws.folder, "credentials"),
      join(aws.folder, "other-credentials"),
    ]),
  });

  test.each([
    ["elsewhere", "AKIDELSEWHERE"],
    ["p1", "AKIDP1"],
  ])('are searched for the profile "%s"', async (profile, accessKeyId) => {
    aws.config({ ...files(), "aws:profile": profile });
    await getRoom({ identifier: room() });
    expect(sent()).toMatchObject([{ accessKeyId }]);
  });

  test("set the region, and the last file takes precedence", async () => {
    aws.config({ ...files(), "aws:profile": "elsewhere" });
    await getRoom({ name: "lobby" });
    expect(sent()[0]).toMatchObject({ region: "us-west-2" });
  });

  test("set the region of a profile that only the first file has", async () => {
    aws.config({ ...files(), "aws:profile": "p1" });
    await getRoom({ name: "lobby" });
    expect(sent()[0]).toMatchObject({ region: "eu-central-1" });
  });
});

describe("aws:assumeRoleWithWebIdentity", () => {
  test.each([
    ["webIdentityToken", () => "web-identity-token-itself", "web-identity-token-itself"],
    ["webIdentityTokenFile", () => join(aws.folder, "token"), "web-identity-token-of-the-file"],
  ])("takes the token from %s", async (member, value, token) => {
    unset("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
    aws.config({
      "aws:assumeRoleWithWebIdentity": JSON.stringify({
        roleArn: role("web"),
        sessionName: "ci",
        duration: "1h",
        [member]: value(),
      }),
    });
    await getRoom({ identifier: room() });
    const [assumed] = aws.requests;
    const parameters = new URLSearchParams(assumed?.body);
    expect(parameters.get("Action")).toBe("AssumeRoleWithWebIdentity");
    expect(parameters.get("WebIdentityToken")).toBe(token);
    expect([parameters.get("RoleSessionName"), parameters.get("DurationSeconds")]).toEqual(["ci", "3600"]);
    expect(assumed).toMatchObject({ host: "sts.us-east-1.amazonaws.com", isProxied: true });
    expect(sent()).toMatchObject([{ accessKeyId: "ASIAWEB", sessionToken: "token-WEB" }]);
  });

  test("provides the credentials with which the roles of aws:assumeRoles are assumed", async () => {
    aws.config({
      "aws:assumeRoleWithWebIdentity": JSON.stringify({ roleArn: role("web"), webIdentityToken: "w" }),
      "aws:assumeRoles": JSON.stringify([{ roleArn: role("two") }]),
    });
    await getRoom({ identifier: room() });
    expect(aws.requests.map(({ accessKeyId }) => accessKeyId)).toEqual([undefined, "ASIAWEB", "ASIATWO"]);
  });
});

describe("the region of the STS endpoint", () => {
  test("is aws:stsRegion if aws:stsRegion and aws:region are set", async () => {
    aws.config({
      "aws:region": "eu-west-1",
      "aws:stsRegion": "eu-central-1",
      "aws:assumeRoles": JSON.stringify([{ roleArn: role("one") }]),
    });
    await getRoom({ identifier: room("us-east-1") });
    expect(aws.requests).toMatchObject([
      { host: "sts.eu-central-1.amazonaws.com", region: "eu-central-1" },
      { host: "ivschat.us-east-1.amazonaws.com", region: "us-east-1" },
    ]);
  });

  test("is aws:region, not the room's region, if aws:stsRegion is not set", async () => {
    aws.config({
      "aws:region": "eu-west-1",
      "aws:assumeRoles": JSON.stringify([{ roleArn: role("one") }]),
    });
    await getRoom({ identifier: room("us-east-1") });
    expect(aws.requests[0]).toMatchObject({ host: "sts.eu-west-1.amazonaws.com" });
  });
});

describe("aws:endpoints", () => {
  test("applies to reads and to STS requests, and requests to a loopback address bypass the proxy", async () => {
    const here = aws.plainEndpoint;
    aws.config({
      "aws:endpoints": JSON.stringify([{ ivschat: here, sts: here }]),
      "aws:assumeRoles": JSON.stringify([{ roleArn: role("one") }]),
    });
    await getRoom({ identifier: room() });
    expect(aws.requests).toMatchObject([
      { service: "sts", host: new URL(here).host, isProxied: false },
      { service: "ivschat", host: new URL(here).host, isProxied: false },
    ]);
  });

  test("is overridden by the endpoint argument", async () => {
    aws.config({ "aws:endpoints": JSON.stringify([{ ivschat: "http://127.0.0.1:1" }]) });
    await getRoom({ identifier: room(), endpoint: aws.plainEndpoint });
    expect(sent()).toHaveLength(1);
  });
});

describe("the setting", () => {
  test.each([
    ["aws:useFipsEndpoint", "ivschat-fips.us-east-1.amazonaws.com", "sts-fips.us-east-1.amazonaws.com"],
    ["aws:useDualstackEndpoint", "ivschat.us-east-1.api.aws", "sts.us-east-1.api.aws"],
  ])("%s sends reads to %s and STS requests to %s", async (key, host, stsHost) => {
    aws.config({ [key]: "true", "aws:assumeRoles": JSON.stringify([{ roleArn: role("one") }]) });
    await getRoom({ identifier: room() });
    expect(aws.requests).toMatchObject([{ host: stsHost }, { host }]);
  });
});

describe("aws:maxRetries", () => {
  test.each([
    ["0", 1],
    ["1", 2],
  ])("set to %s limits a failing read to %i request(s)", async (retries, count) => {
    aws.failure = { status: 500, name: "InternalServerException", message: "" };
    aws.config({ "aws:maxRetries": retries, "aws:retryMode": "standard" });
    await failure(getRoom({ identifier: room() }));
    expect(sent()).toHaveLength(count);
  });
});

describe("proxy settings", () => {
  beforeEach(() => {
    unset("HTTPS_PROXY", "HTTP_PROXY");
  });

  test.each(["aws:httpsProxy", "aws:httpProxy"])("%s is used for reads and STS requests", async (key) => {
    aws.config({ [key]: aws.proxy, "aws:assumeRoles": JSON.stringify([{ roleArn: role("one") }]) });
    await getRoom({ identifier: room() });
    expect(aws.connects).toEqual(["sts.us-east-1.amazonaws.com:443", "ivschat.us-east-1.amazonaws.com:443"]);
  });

  test("aws:noProxy excludes a host from the proxy", async () => {
    aws.config({ "aws:httpsProxy": aws.proxy, "aws:noProxy": "example.com,ivschat.us-east-1.amazonaws.com" });
    const error = await failure(getRoom({ identifier: room() }));
    expect(error?.message).toMatch(/ENOTFOUND|EAI_AGAIN/);
    expect(aws.connects).toEqual([]);
  });

  test("aws:httpsProxy is used for SSO requests", async () => {
    writeSsoToken(aws.folder, "fresh");
    // SSO requests go to the region of the SSO session, not to the region of the stack.
    const config = JSON.stringify([process.env.AWS_CONFIG_FILE]);
    process.env.AWS_CONFIG_FILE = "/nonexistent/config";
    aws.config({
      "aws:httpsProxy": aws.proxy,
      "aws:profile": "signed-in",
      "aws:region": "eu-west-1",
      "aws:sharedConfigFiles": config,
    });
    await getRoom({ identifier: room() });
    expect(aws.connects).toEqual([
      "portal.sso.us-east-1.amazonaws.com:443",
      "ivschat.us-east-1.amazonaws.com:443",
    ]);
    expect(sent()).toMatchObject([{ accessKeyId: "ASIASSO", sessionToken: "sso-token" }]);
  });

  test("a proxy that cannot be reached is not reported as an expired SSO session", async () => {
    aws.config({
      "aws:httpsProxy": "http://127.0.0.1:1",
      "aws:assumeRoles": JSON.stringify([{ roleArn: role("one") }]),
    });
    const error = await failure(getRoom({ identifier: room() }));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error?.message).toContain("ECONNREFUSED");
    expect(error?.message).not.toMatch(/sso login|cannot assume the role/);
  });

  test.each(["http://user:hunter2@", "socks5://user:hunter2@localhost"])(
    "the invalid proxy %s in the environment is rejected with an error that does not contain its password",
    async (proxy) => {
      process.env.HTTPS_PROXY = proxy;
      const error = await failure(getRoom({ identifier: room() }));
      expect(error?.message).toContain("the proxy in HTTPS_PROXY or HTTP_PROXY must be a URL like");
      expect(error?.message).not.toContain("hunter2");
    },
  );
});

describe("TLS certificates", () => {
  beforeEach(() => {
    unset("AWS_CA_BUNDLE");
  });

  test("a private authority's certificate is rejected by default, with an error that names aws:customCaBundle", async () => {
    const error = await failure(getRoom({ identifier: room() }));
    expect(error?.message).toContain(
      "its certificate is not trusted; add its certificate authority to aws:customCaBundle",
    );
    expect(sent()).toEqual([]);
  });

  test.each([
    ["aws:customCaBundle", () => aws.bundle],
    ["aws:insecure", () => "true"],
  ])("%s makes STS requests and reads accept a private authority's certificate", async (key, value) => {
    aws.config({ [key]: value(), "aws:assumeRoles": JSON.stringify([{ roleArn: role("one") }]) });
    await getRoom({ identifier: room() });
    expect(aws.requests.map(({ service }) => service)).toEqual(["sts", "ivschat"]);
  });

  test.each([
    ["customCaBundle", { "aws:customCaBundle": "/no/such/hunter2.pem" }, {}],
    ["AWS_CA_BUNDLE", {}, { AWS_CA_BUNDLE: "/no/such/hunter2.pem" }],
  ])(
    "an unreadable certificate file is rejected with an error that names %s",
    async (name, config, environment) => {
      aws.config(config);
      Object.assign(process.env, environment);
      const error = await failure(getRoom({ identifier: room() }));
      expect(error?.message).toContain(`cannot read the certificate file in ${name} (ENOENT)`);
      expect(error?.message).not.toContain("hunter2");
    },
  );
});

describe("the metadata of an EC2 instance", () => {
  beforeEach(() => {
    unset("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_EC2_METADATA_DISABLED");
  });

  test("is read from aws:ec2MetadataServiceEndpoint", async () => {
    aws.config({ "aws:ec2MetadataServiceEndpoint": aws.plainEndpoint });
    await getRoom({ identifier: room() });
    expect(aws.requests.map(({ path }) => path)).toContain("/latest/api/token");
    expect(sent()).toMatchObject([{ accessKeyId: "ASIAINSTANCE", sessionToken: "instance-token" }]);
  });

  test("is not read if aws:skipMetadataApiCheck is true", async () => {
    aws.config({
      "aws:ec2MetadataServiceEndpoint": aws.plainEndpoint,
      "aws:skipMetadataApiCheck": "true",
    });
    const error = await failure(getRoom({ identifier: room() }));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error?.message).toContain("none were found; set AWS_PROFILE");
    expect(aws.requests).toEqual([]);
  });

  test("cannot be read if aws:ec2MetadataServiceEndpointMode is invalid, and the error lists the valid values", async () => {
    aws.config({ "aws:ec2MetadataServiceEndpointMode": "IPv9" });
    const error = await failure(getRoom({ identifier: room() }));
    expect(error?.message).toContain("ec2MetadataServiceEndpointMode must be IPv4 or IPv6");
  });
});

describe("aws:allowedAccountIds and aws:forbiddenAccountIds", () => {
  test.each([
    [{ "aws:allowedAccountIds": '["999999999999"]' }, "is not one of allowedAccountIds (999999999999)"],
    [{ "aws:forbiddenAccountIds": '["123456789012"]' }, "is one of forbiddenAccountIds"],
  ])("%j rejects a room's ARN before any request", async (config, message) => {
    aws.config(config);
    const error = await failure(getRoom({ identifier: room() }));
    expect(error?.message).toContain(`account 123456789012 ${message}`);
    expect(aws.connects).toEqual([]);
  });

  test.each([
    [{ "aws:allowedAccountIds": '["999999999999"]' }],
    [{ "aws:forbiddenAccountIds": '["123456789012"]' }],
  ])("%j rejects the caller's account in a lookup by name, before any room is read", async (config) => {
    aws.config({ "aws:region": "us-east-1", ...config });
    const error = await failure(getRoom({ name: "lobby" }));
    expect(error?.message).toContain("account 123456789012 is");
    expect(aws.requests.map(({ body }) => new URLSearchParams(body).get("Action"))).toEqual([
      "GetCallerIdentity",
    ]);
  });

  test("allow a lookup by name in an allowed account, with one request to STS", async () => {
    aws.config({ "aws:region": "us-east-1", "aws:allowedAccountIds": '["123456789012"]' });
    await getRoom({ name: "lobby" });
    expect(aws.requests.map(({ service }) => service)).toEqual(["sts", "ivschat", "ivschat"]);
  });

  test("may contain numbers, because unquoted IDs in YAML are numbers", async () => {
    aws.config({ "aws:allowedAccountIds": "[123456789012]" });
    await getRoom({ identifier: room() });
    expect(sent()).toHaveLength(1);
  });
});

describe("configuration values", () => {
  const role = (members: object) =>
    JSON.stringify([{ roleArn: "arn:aws:iam::123456789012:role/a" }, members]);
  const arn = "an ARN like arn:aws:iam::123456789012:role/reader";
  test.each([
    ["assumeRoles", "{hunter2", "assumeRoles", "an array"],
    ["assumeRoles", '"hunter2"', "assumeRoles", "an array"],
    ["assumeRoles", '["hunter2"]', "assumeRoles[0]", "an object"],
    ["assumeRoles", '[{"roleArn":5}]', "assumeRoles[0].roleArn", arn],
    ["assumeRoles", role({ roleArn: "hunter2" }), "assumeRoles[1].roleArn", arn],
    [
      "assumeRoles",
      role({ roleArn: "arn:a", duration: "hunter2" }),
      "assumeRoles[1].duration",
      "a duration like 1h, 30m or 900s",
    ],
    ["assumeRoles", role({ roleArn: "arn:a", externalId: 5 }), "assumeRoles[1].externalId", "a string"],
    ["assumeRoles", role({ roleArn: "arn:a", policy: { hunter2: 1 } }), "assumeRoles[1].policy", "a string"],
    [
      "assumeRoles",
      role({ roleArn: "arn:a", policyArns: "hunter2" }),
      "assumeRoles[1].policyArns",
      "an array of strings",
    ],
    [
      "assumeRoles",
      role({ roleArn: "arn:a", tags: { a: 1 } }),
      "assumeRoles[1].tags",
      "an object with string values",
    ],
    ["assumeRole", '{"roleArn":5}', "assumeRole.roleArn", arn],
    ["assumeRole", "hunter2", "assumeRole", "an object"],
    ["assumeRoleWithWebIdentity", '{"roleArn":[]}', "assumeRoleWithWebIdentity.roleArn", arn],
    [
      "assumeRoleWithWebIdentity",
      '{"roleArn":"arn:a","webIdentityToken":5}',
      "assumeRoleWithWebIdentity.webIdentityToken",
      "a string",
    ],
    [
      "assumeRoleWithWebIdentity",
      '{"roleArn":"arn:a","duration":"hunter2"}',
      "assumeRoleWithWebIdentity.duration",
      "a duration like 1h, 30m or 900s",
    ],
    ["maxRetries", "x", "maxRetries", "a whole number"],
    ["maxRetries", "-1", "maxRetries", "a whole number"],
    ["maxRetries", "1.5", "maxRetries", "a whole number"],
    ["insecure", "1", "insecure", "true or false"],
    ["insecure", "hunter2", "insecure", "true or false"],
    ["allowedAccountIds", "hunter2", "allowedAccountIds", "an array of strings"],
    ["allowedAccountIds", "[true]", "allowedAccountIds", "an array of strings"],
    [
      "endpoints",
      '[{"ivschat":"hunter2"}]',
      "endpoints[0].ivschat",
      "a URL that begins with https:// or http://",
    ],
    [
      "endpoints",
      '[{},{"sts":"ftp://hunter2@localhost"}]',
      "endpoints[1].sts",
      "a URL that begins with https:// or http://",
    ],
    ["endpoints", '[{"sts":5}]', "endpoints[0].sts", "a URL that begins with https:// or http://"],
    ["httpsProxy", "http://user:hunter2@", "httpsProxy", "a URL like http://proxy.example.com:3128"],
    ["httpProxy", "socks5://user:hunter2@localhost", "httpProxy", "a URL like http://proxy.example.com:3128"],
    [
      "ec2MetadataServiceEndpoint",
      "hunter2",
      "ec2MetadataServiceEndpoint",
      "a URL that begins with https:// or http://",
    ],
  ])(
    "aws:%s = %s is rejected as invalid, with an error that names the key and hides the value",
    async (key, value, name, expected) => {
      aws.config({ [`aws:${key}`]: value });
      const error = await failure(getRoom({ identifier: room() }));
      expect(error?.message).toContain(`${name} of the stack's aws: configuration must be ${expected}`);
      expect(error?.message).not.toContain("hunter2");
      expect(aws.requests).toEqual([]);
    },
  );

  test("an invalid argument of an aws.Provider is rejected with an error that names the argument", async () => {
    const provider = awsProvider({ maxRetries: "x" });
    const error = await failure(getRoom({ identifier: room() }, { provider }));
    expect(error?.message).toContain("maxRetries of the aws.Provider must be a whole number");
  });

  test.each([
    ["requestsPerSecond", "-1", 'ivschat:requestsPerSecond must be a number greater than 0, not "-1"'],
    ["readTimeout", "1m", 'ivschat:readTimeout must be a number greater than 0, not "1m"'],
    ["readTimeout", "hunter2", "ivschat:readTimeout must be a number greater than 0"],
    ["readEach", "hunter2", "ivschat:readEach must be true or false"],
  ])(
    "ivschat:%s = %s is rejected as invalid, with an error that names the key",
    async (key, value, message) => {
      aws.config({ [`ivschat:${key}`]: value });
      const error = await failure(getRoom({ identifier: room() }));
      expect(error?.message).toContain(message);
    },
  );

  test("null and empty members of aws:assumeRoles and aws:endpoints count as not set", async () => {
    aws.config({
      "aws:assumeRoles": JSON.stringify([
        {},
        { roleArn: "", duration: null },
        { roleArn: role2, duration: "", externalId: null },
      ]),
      "aws:endpoints": '[{"ivschat":"","sts":null}]',
    });
    await getRoom({ identifier: room() });
    expect(aws.requests.map(({ accessKeyId }) => accessKeyId)).toEqual(["AKIDENV", "ASIATWO"]);
  });
});

const role2 = "arn:aws:iam::123456789012:role/two";
