import { appendFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { CredentialsError, getRoom, getRoomOutput } from "../../src";
import { unset } from "../support/environment";
import { awsProvider, room, useCloud, failure } from "./surroundings";

const aws = useCloud();

const sent = () => aws.requests.filter(({ service }) => service === "ivschat");

describe("the region", () => {
  test("of a lookup by ARN is the region in the ARN, not the stack's region", async () => {
    aws.config({ "aws:region": "eu-west-1" });
    await getRoom({ identifier: room("us-east-1") });
    expect(sent()).toMatchObject([
      { host: "ivschat.us-east-1.amazonaws.com", region: "us-east-1", isProxied: true },
    ]);
  });

  test.each([
    ["an argument", () => undefined, { region: "us-west-2" }, "us-west-2"],
    [
      "the stack's configuration",
      () => {
        aws.config({ "aws:region": "eu-west-1" });
      },
      {},
      "eu-west-1",
    ],
    [
      "AWS_REGION",
      () => {
        process.env.AWS_REGION = "ap-south-1";
      },
      {},
      "ap-south-1",
    ],
    [
      "AWS_DEFAULT_REGION",
      () => {
        process.env.AWS_DEFAULT_REGION = "ap-south-1";
      },
      {},
      "ap-south-1",
    ],
    ["the profile of an argument", () => undefined, { profile: "p1" }, "eu-central-1"],
    [
      "the profile of the environment",
      () => {
        process.env.AWS_PROFILE = "p1";
      },
      {},
      "eu-central-1",
    ],
    [
      "the profile of the stack's configuration",
      () => {
        aws.config({ "aws:profile": "p1" });
      },
      {},
      "eu-central-1",
    ],
  ])("comes from %s in a lookup by name", async (_source, prepare, args, region) => {
    prepare();
    await getRoom({ name: "lobby", ...args });
    expect(sent()).toMatchObject([
      { host: `ivschat.${region}.amazonaws.com`, region, path: "/ListRooms" },
      { region, path: "/GetRoom" },
    ]);
  });

  test("must be set for a lookup by name, and the error lists where the region can be set", async () => {
    const error = await failure(getRoom({ name: "lobby" }));
    expect(error?.message).toMatch(
      /no AWS region is configured.*argument `region`.*aws.Provider.*aws:region.*AWS_REGION or AWS_DEFAULT_REGION.*profile/,
    );
    expect(aws.connects).toEqual([]);
  });

  test("is named in the error if Amazon IVS Chat is not available in the region", async () => {
    unset("HTTPS_PROXY");
    const error = await failure(getRoom({ identifier: room("xx-nowhere-1") }));
    expect(error?.code).toMatch(/ENOTFOUND|EAI_AGAIN/);
    expect(error?.message).toMatch(/cannot read room .* in xx-nowhere-1/);
    if (error?.code === "ENOTFOUND")
      expect(error.message).toContain("Amazon IVS Chat is not available in xx-nowhere-1");
  });
});

describe("the region name", () => {
  test.each(["s3", "cn-north-1", "us-gov-west-1", "us-iso-east-1", "eu-west-1-x", "-", "a".repeat(60)])(
    "%s is rejected in an ARN before any request",
    async (region) => {
      const error = await failure(
        getRoom({ identifier: room(region), assumeRole: { roleArn: "arn:aws:iam::1:role/a" } }),
      );
      expect(error?.message).toContain(`"${region}" is not the name of an AWS region in the ARN's partition`);
      expect(aws.connects).toEqual([]);
    },
  );

  test.each([
    ["aws:region", { "aws:region": "s3" }],
    ["aws:stsRegion", { "aws:region": "us-east-1", "aws:stsRegion": "s3" }],
  ])("s3 is rejected in %s before any request", async (_key, config) => {
    aws.config({ ...config, "aws:assumeRoles": '[{"roleArn":"arn:aws:iam::123456789012:role/one"}]' });
    const error = await failure(getRoom({ name: "lobby" }));
    expect(error?.message).toContain('"s3" is not the name of an AWS region');
    expect(aws.connects).toEqual([]);
  });

  test.each(["us-gov-west-1", "cn-north-1", "us-isob-east-1", "ap-southeast-7"])(
    "%s is accepted as an argument",
    async (region) => {
      await failure(getRoom({ name: "lobby", region }));
      expect(aws.connects[0]).toContain(`ivschat.${region}.`);
    },
  );
});

test("a web identity token is not sent to STS in the region of a room's ARN", async () => {
  aws.config({
    "aws:assumeRoleWithWebIdentity":
      '{"roleArn":"arn:aws:iam::123456789012:role/web","webIdentityToken":"w"}',
  });
  await getRoom({ identifier: room("eu-west-1") });
  expect(aws.requests.map(({ host }) => host)).toEqual([
    "sts.us-east-1.amazonaws.com",
    "ivschat.eu-west-1.amazonaws.com",
  ]);
});

describe("an explicit provider", () => {
  test("uses its own profile, not the environment's", async () => {
    process.env.AWS_PROFILE = "p1";
    await getRoom({ identifier: room() }, { provider: awsProvider({ profile: "b" }) });
    expect(sent()).toMatchObject([{ accessKeyId: "AKIDB" }]);
  });

  test("does not inherit the stack's configuration", async () => {
    aws.config({ "aws:region": "eu-west-1", "aws:profile": "b" });
    await getRoom({ name: "lobby" }, { provider: awsProvider({ region: "us-west-2" }) });
    expect(sent()[0]).toMatchObject({ region: "us-west-2", accessKeyId: "AKIDENV" });
  });

  test("is inherited from the parent", async () => {
    const provider = awsProvider({ profile: "b" });
    const parent = { getProvider: (type: string) => (type.startsWith("aws:") ? provider : undefined) };
    await getRoom({ identifier: room() }, { parent: parent as unknown as pulumi.Resource });
    expect(sent()).toMatchObject([{ accessKeyId: "AKIDB" }]);
  });

  test("may have secret static keys without making the result secret", async () => {
    aws.secrets.set("AKIDSTATIC", { secretAccessKey: "s", sessionToken: "t" });
    const provider = awsProvider({
      accessKey: pulumi.secret("AKIDSTATIC"),
      secretKey: pulumi.secret("s"),
      token: pulumi.secret("t"),
    });
    const result = getRoomOutput({ identifier: room() }, { provider }) as unknown as {
      isSecret: Promise<boolean>;
      promise(): Promise<unknown>;
    };
    await result.promise();
    expect(await result.isSecret).toBe(false);
    expect(sent()).toMatchObject([{ accessKeyId: "AKIDSTATIC", sessionToken: "t" }]);
  });

  test("is overridden by the call's own arguments", async () => {
    const provider = awsProvider({ profile: "b", region: "us-west-2" });
    await getRoom({ name: "lobby", region: "eu-west-1", profile: "p1" }, { provider });
    expect(sent()[0]).toMatchObject({ region: "eu-west-1", accessKeyId: "AKIDP1" });
  });

  test("is rejected if the provider belongs to another package", async () => {
    const provider = { __pulumiType: "pulumi:providers:random" } as unknown as pulumi.ProviderResource;
    await expect(getRoom({ identifier: room() }, { provider })).rejects.toThrow(
      "must be an aws.Provider of @pulumi/aws, not pulumi:providers:random",
    );
  });

  test("with an unknown profile makes the result of getRoomOutput unknown, and is rejected by getRoom", async () => {
    const unknown = {
      __pulumiType: "pulumi:providers:aws",
      // An output that is unknown in a preview.
      profile: pulumi.output(pulumi.unknown),
    } as unknown as pulumi.ProviderResource;
    const result = getRoomOutput({ identifier: room() }, { provider: unknown }) as unknown as {
      isKnown: Promise<boolean>;
    };
    expect(await result.isKnown).toBe(false);
    await expect(getRoom({ identifier: room() }, { provider: unknown })).rejects.toThrow(
      "getRoom: the provider's configuration is not known yet; call getRoomOutput",
    );
    expect(sent()).toEqual([]);
  });
});

describe("a role", () => {
  const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
  const chain = () => aws.requests.map(({ service, accessKeyId }) => `${service} ${accessKeyId}`);

  test("is assumed with the credentials of the previous role, and the last role's keys sign the read", async () => {
    aws.config({
      "aws:assumeRoles": JSON.stringify([
        { roleArn: role("one"), externalId: "x", sessionName: "s1" },
        { roleArn: role("two"), duration: "15m" },
      ]),
    });
    await getRoom({ identifier: room() });
    expect(chain()).toEqual(["sts AKIDENV", "sts ASIAONE", "ivschat ASIATWO"]);
    const [first, second] = aws.requests.map(({ body }) => new URLSearchParams(body));
    expect([first?.get("RoleArn"), first?.get("ExternalId"), first?.get("RoleSessionName")]).toEqual([
      role("one"),
      "x",
      "s1",
    ]);
    expect([second?.get("RoleArn"), second?.get("DurationSeconds")]).toEqual([role("two"), "900"]);
    expect(sent()[0]?.sessionToken).toBe("token-TWO");
  });

  test("can be set by aws:assumeRole, as in version 6 of @pulumi/aws", async () => {
    aws.config({ "aws:assumeRole": JSON.stringify({ roleArn: role("one") }) });
    await getRoom({ identifier: room() });
    expect(chain()).toEqual(["sts AKIDENV", "ivschat ASIAONE"]);
  });

  test("in an argument replaces the roles of the stack's configuration", async () => {
    aws.config({ "aws:profile": "b", "aws:assumeRoles": JSON.stringify([{ roleArn: role("one") }]) });
    await getRoom({ identifier: room(), assumeRole: { roleArn: role("mine"), tags: { a: "b" } } });
    expect(chain()).toEqual(["sts AKIDB", "ivschat ASIAMINE"]);
    expect(aws.requests[0]?.body).toContain("Tags.member.1.Key=a");
  });

  test("is assumed once for several reads", async () => {
    aws.config({ "aws:assumeRoles": JSON.stringify([{ roleArn: role("one") }]) });
    const { Run } = await Promise.resolve(
      jest.requireActual<typeof import("../../src/reading/run")>("../../src/reading/run"),
    );
    const { locate } =
      jest.requireActual<typeof import("../../src/reading/locate")>("../../src/reading/locate");
    const { readRoom } = jest.requireActual<typeof import("../../src/reading/readRoom")>(
      "../../src/reading/readRoom",
    );
    const run = new Run({}, () => undefined);
    const settings = { assumeRoles: [{ roleArn: role("one") }] };
    const read = async (id: string) => {
      const { client, arn } = await locate(run, settings, {
        identifier: room().replace("LobbyLobby12", id),
      });
      return { client, result: await readRoom(run, client, arn) };
    };
    const all = await Promise.all(["a", "b", "c"].map(read));
    expect(chain()).toEqual(["sts AKIDENV", "ivschat ASIAONE", "ivschat ASIAONE", "ivschat ASIAONE"]);
    expect(new Set(await Promise.all(all.map(({ client }) => client.sdkClient()))).size).toBe(1);
  });

  const roles = [
    { roleArn: role("one"), externalId: "external-hunter1", sessionName: "session-hunter2" },
    { roleArn: `${role("path")}/two`, tags: { hunter3: "hunter4" } },
  ];
  const webIdentity = { roleArn: role("web"), webIdentityToken: "token-hunter5" };
  // STS can put the caller and the request's values into its message.
  const quoted = "arn:aws:sts::123456789012:assumed-role/one/session-hunter2 with external-hunter1";

  test.each([
    [
      "the last item of aws:assumeRoles",
      { assumeRoles: roles },
      roles[1],
      `${quoted} hunter3 hunter4`,
      "<assumeRoles[1].roleArn>",
    ],
    [
      "the first item of aws:assumeRoles",
      { assumeRoles: roles },
      roles[0],
      quoted,
      "<assumeRoles[0].roleArn>",
    ],
    ["aws:assumeRole", { assumeRole: roles[0] }, roles[0], quoted, "<assumeRole.roleArn>"],
    [
      "aws:assumeRoleWithWebIdentity",
      { assumeRoleWithWebIdentity: webIdentity, assumeRoles: roles },
      webIdentity,
      `${quoted} arn:aws:sts::123456789012:assumed-role/web/s token-hunter5`,
      "<assumeRoleWithWebIdentity.roleArn>",
    ],
  ])(
    "from %s that cannot be assumed causes an error that contains none of the role's values",
    async (_, config, refused, quotes, name) => {
      const { roleArn } = refused ?? webIdentity;
      aws.refusedRoles.set(roleArn, quotes);
      aws.config(
        Object.fromEntries(
          Object.entries(config).map(([key, value]) => [`aws:${key}`, JSON.stringify(value)]),
        ),
      );
      const error = await failure(getRoom({ identifier: room() }));
      expect(error).toBeInstanceOf(CredentialsError);
      expect(error?.message).toContain(`not authorized to perform: sts:AssumeRole on resource: ${name}`);
      expect(error?.message).not.toMatch(/hunter|role\/(one|path|two|web)/);
      expect(sent()).toEqual([]);
    },
  );

  test("from an argument that cannot be assumed causes an error without the role's ARN", async () => {
    aws.refusedRoles.set(role("one"), "");
    const error = await failure(getRoom({ identifier: room(), assumeRole: { roleArn: role("one") } }));
    expect(error?.message).toContain("the role <assumeRole.roleArn>");
    expect(error?.message).not.toContain(role("one"));
  });

  test("from a profile that cannot be assumed causes an error with the role's ARN", async () => {
    appendFileSync(
      join(aws.folder, "config"),
      `\n[profile refused]\nrole_arn = ${role("one")}\nsource_profile = p1\n`,
    );
    aws.refusedRoles.set(role("one"), "");
    const error = await failure(getRoom({ identifier: room(), profile: "refused" }));
    expect(error?.message).toContain(`the role ${role("one")}`);
  });

  test("is not named in the error if the service denies access", async () => {
    aws.failure = {
      status: 403,
      name: "AccessDeniedException",
      message: "User: arn:aws:sts::123456789012:assumed-role/one/session-hunter2 is not authorized",
    };
    aws.config({ "aws:assumeRoles": JSON.stringify(roles.slice(0, 1)) });
    const error = await failure(getRoom({ identifier: room() }));
    expect(error?.message).toContain("access denied: User: <assumeRole.roleArn>/[secret] is not authorized");
  });
});

describe("credentials", () => {
  test.each([
    ["an SSO session that is not signed in", { profile: "expired" }, /aws sso login --profile expired/],
    [
      "a profile that does not exist",
      { profile: "nobody" },
      /the profile "nobody" has no usable credentials.*aws configure list-profiles/,
    ],
  ])("from %s cause an error that says what to do", async (_what, args, message) => {
    const error = await failure(getRoom({ identifier: room(), ...args }));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error?.message).toMatch(message);
    expect(sent()).toEqual([]);
  });

  test("that the service rejects cause a CredentialsError", async () => {
    aws.failure = {
      status: 403,
      name: "ExpiredTokenException",
      message: "The security token included in the request is expired",
    };
    const error = await failure(getRoom({ identifier: room() }));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error?.message).toMatch(
      /not accepted \(ExpiredTokenException.*sign in again, for example: aws sso login/,
    );
    expect(sent()).toHaveLength(1);
  });
});
