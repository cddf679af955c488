import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getRoom } from "../../src";
import type { ConnectionSettings } from "../../src/aws/settings";
import { readRoom } from "../../src/reading/readRoom";
import { Run } from "../../src/reading/run";
import { writeSsoToken } from "./ssoToken";
import { room, useCloud } from "./surroundings";

const aws = useCloud();
const roleArn = "arn:aws:iam::123456789012:role/one";
const newRun = () => new Run({}, () => undefined);
const clientOf = (settings: ConnectionSettings, run = newRun()) =>
  run.clients.for({ region: "us-east-1", ...settings });
const signers = () => aws.requests.map(({ accessKeyId }) => accessKeyId);

describe("the reads of a run", () => {
  test("share a client if and only if their settings and region are the same", async () => {
    const run = newRun();
    const client = await clientOf({ maxRetries: 1 }, run);
    expect(await clientOf({ maxRetries: 1 }, run)).toBe(client);
    const others = [
      await clientOf({ maxRetries: 2 }, run),
      await clientOf({ maxRetries: 1, region: "eu-west-1" }, run),
      await run.clients.for({ region: "us-east-1", maxRetries: 1 }, "eu-west-1"),
    ];
    expect(new Set([client, ...others].map(({ key }) => key)).size).toBe(4);
    expect(others.map(({ region }) => region)).toEqual(["us-east-1", "eu-west-1", "eu-west-1"]);
  });

  test("sign their requests with the credentials of the profile in their settings", async () => {
    const run = newRun();
    for (const profile of ["p1", "b"]) await readRoom(run, await clientOf({ profile }, run), room());
    expect(signers()).toEqual(["AKIDP1", "AKIDB"]);
  });

  test("share the credentials of a role even if their endpoints differ", async () => {
    const run = newRun();
    const assumeRoles = [{ roleArn }];
    await readRoom(run, await clientOf({ assumeRoles }, run), room());
    await readRoom(run, await clientOf({ assumeRoles, ivschatEndpoint: aws.plainEndpoint }, run), room());
    expect(aws.requests.map(({ service, isProxied }) => [service, isProxied])).toEqual([
      ["sts", true],
      ["ivschat", true],
      ["ivschat", false],
    ]);
  });

  test("use or bypass the proxy according to their own settings", async () => {
    const run = newRun();
    const noProxy = "ivschat.us-east-1.amazonaws.com";
    await readRoom(run, await clientOf({ httpsProxy: aws.proxy }, run), room());
    const settings = { httpsProxy: aws.proxy, noProxy, maxRetries: 0 };
    const direct = readRoom(run, await clientOf(settings, run), room());
    await expect(direct).rejects.toThrow(/ENOTFOUND|EAI_AGAIN/);
    expect(aws.connects).toHaveLength(1);
  });
});

describe("the endpoint of a client", () => {
  test.each([
    ["https://chat.example.com", "https://chat.example.com"],
    ["https://chat.example.com/", "https://chat.example.com"],
    ["http://user:hunter2@127.0.0.1:4570/chat?key=hunter2", "http://127.0.0.1:4570/chat"],
    ["hunter2", "the endpoint"],
  ])("%s is shown in errors as %s", async (ivschatEndpoint, shown) => {
    expect((await clientOf({ ivschatEndpoint })).endpoint).toBe(shown);
  });

  test("is not shown in errors if no endpoint is set", async () => {
    expect((await clientOf({})).endpoint).toBeUndefined();
  });

  test("comes from the settings, AWS_ENDPOINT_URL_IVSCHAT or AWS_ENDPOINT_URL, in this order of precedence", async () => {
    const ivschatEndpoint = "http://settings.example.com";
    const shown = async () => [(await clientOf({ ivschatEndpoint })).endpoint, (await clientOf({})).endpoint];
    process.env.AWS_ENDPOINT_URL = "http://all.example.com";
    expect(await shown()).toEqual([ivschatEndpoint, "http://all.example.com"]);
    process.env.AWS_ENDPOINT_URL_IVSCHAT = "http://ivschat.example.com";
    expect(await shown()).toEqual([ivschatEndpoint, "http://ivschat.example.com"]);
  });
});

test("clients share a quota if and only if their region and endpoint are the same, whatever their credentials", async () => {
  const scope = async (settings: ConnectionSettings) => (await clientOf(settings)).quotaScope;
  const here = await scope({});
  expect(await scope({ profile: "b" })).toBe(here);
  const ivschatEndpoint = aws.plainEndpoint;
  expect(await scope({ region: "eu-west-1" })).not.toBe(here);
  expect(await scope({ ivschatEndpoint })).not.toBe(here);
  expect(await scope({ ivschatEndpoint, region: "eu-west-1" })).not.toBe(await scope({ ivschatEndpoint }));
});

test("maxRetries sets the client's maximum number of attempts, which is undefined if maxRetries is not set", async () => {
  expect((await clientOf({ maxRetries: 2 })).maximumAttempts).toBe(3);
  expect((await clientOf({})).maximumAttempts).toBeUndefined();
});

describe("an SSO profile", () => {
  const sso = [
    "sso_account_id = 123456789012",
    "sso_role_name = reader",
    "sso_region = us-east-1",
    "sso_start_url = https://files.awsapps.com/start",
  ].join("\n");

  beforeEach(() => {
    writeSsoToken(aws.folder, "https://files.awsapps.com/start");
    // Only these files contain the profile. The files that the environment variables name do not.
    for (const [name, text] of Object.entries({
      empty: "",
      "sso-config": `[profile portal]\n${sso}\n`,
      "sso-credentials": `[portal]\n${sso}\n`,
      "region-credentials": "[portal]\nregion = eu-west-1\n",
    }))
      writeFileSync(join(aws.folder, name), text);
  });

  test.each([
    ["the first config file", ["sso-config", "empty"], ["empty", "empty"]],
    ["the last config file", ["empty", "sso-config"], ["empty"]],
    [
      "a config file even if a credentials file sets the profile's region",
      ["sso-config", "empty"],
      ["empty", "region-credentials"],
    ],
    ["the first credentials file", ["empty"], ["sso-credentials", "empty"]],
    ["the last credentials file", ["empty"], ["empty", "sso-credentials"]],
  ])("may be in %s", async (_where, configs, credentials) => {
    const paths = (names: string[]) => JSON.stringify(names.map((name) => join(aws.folder, name)));
    aws.config({
      "aws:profile": "portal",
      "aws:sharedConfigFiles": paths(configs),
      "aws:sharedCredentialsFiles": paths(credentials),
    });
    await getRoom({ identifier: room() });
    expect(signers()).toEqual([undefined, "ASIASSO"]);
  });

  test("gets its credentials from the SSO endpoint in aws:endpoints", async () => {
    appendFileSync(join(aws.folder, "config"), `\n[profile portal]\n${sso}\n`);
    aws.config({
      "aws:profile": "portal",
      "aws:endpoints": JSON.stringify([{ sso: aws.plainEndpoint }]),
    });
    await getRoom({ identifier: room() });
    expect(aws.requests).toMatchObject([
      { host: new URL(aws.plainEndpoint).host, isProxied: false },
      { accessKeyId: "ASIASSO", isProxied: true },
    ]);
  });
});
