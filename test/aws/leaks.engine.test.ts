import { execFile } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import { ExistingRoom, getRoom, getRoomOutput, RoomReadError } from "../../src";
import { type EngineRun, type EngineStack, useEngine } from "../support/engine";
import { engineEnvironment } from "../support/engineEnvironment";
import { leaksIn } from "../support/leaks";
import { writeSsoToken } from "./ssoToken";
import { awsProvider, room, useCloud } from "./surroundings";

const aws = useCloud();
const engine = useEngine();

const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const loud = { debug: true, logVerbosity: 9, logFlow: true };

/** The secrets of each source of credentials. */
const secretsBySource = {
  configuration: ["stack/secret+key", "stack/session+token"],
  environment: ["environment/secret+key", "environment/session+token"],
  profile: ["p1-secret"],
  process: ["process/secret+key", "process/session+token"],
  webIdentityFile: ["web-identity-token-of-the-file", "secret-FILED", "token-FILED"],
  role: ["role's external+id", "secret-CHAINED", "token-CHAINED"],
  sso: ["sso-access-token", "sso-secret", "sso-token"],
  container: ["container/authorization+token", "container-secret", "container-token"],
  instance: ["metadata-token", "instance-secret", "instance-token"],
  providerKeys: ["provider/secret+key", "provider/session+token"],
  providerToken: ["web/identity+token", "secret-TOKEN", "token-TOKEN"],
  providerRole: ["external+id/of-a-provider", "secret-PROVIDED", "token-PROVIDED"],
} as const;
const secrets = Object.values(secretsBySource).flat();
const sign = (accessKeyId: string, [secretAccessKey, sessionToken]: readonly string[]) => {
  aws.secrets.set(accessKeyId, { secretAccessKey: secretAccessKey ?? "", sessionToken });
  return { accessKeyId, secretAccessKey, sessionToken };
};

beforeAll(() => {
  const [secret, token] = secretsBySource.process;
  const printed = { Version: 1, AccessKeyId: "AKIDPROCESS", SecretAccessKey: secret, SessionToken: token };
  writeFileSync(join(aws.folder, "process.sh"), `echo '${JSON.stringify(printed)}'\n`);
  appendFileSync(
    join(aws.folder, "config"),
    `
[profile environment]
credential_source = Environment

[profile process]
credential_process = sh ${join(aws.folder, "process.sh")}

[profile web-identity]
role_arn = ${role("filed")}
web_identity_token_file = ${join(aws.folder, "token")}

[profile chained]
role_arn = ${role("chained")}
source_profile = p1
external_id = ${secretsBySource.role[0]}

[profile container]
credential_source = EcsContainer

[profile instance]
credential_source = Ec2InstanceMetadata
ec2_metadata_service_endpoint = ${aws.plainEndpoint}
`,
  );
  writeSsoToken(aws.folder, "fresh");
});

beforeEach(() => {
  const [secret, token] = secretsBySource.environment;
  sign("AKIDENV", secretsBySource.environment);
  sign("AKIDSTACK", secretsBySource.configuration);
  sign("AKIDPROCESS", secretsBySource.process);
  sign("AKIDPROVIDER", secretsBySource.providerKeys);
  Object.assign(process.env, {
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_SESSION_TOKEN: token,
    AWS_CONTAINER_CREDENTIALS_FULL_URI: `${aws.plainEndpoint}/container/credentials`,
    AWS_CONTAINER_AUTHORIZATION_TOKEN: secretsBySource.container[0],
  });
});

const profiles = [
  undefined,
  "environment",
  "p1",
  "process",
  "web-identity",
  "chained",
  "signed-in",
  "container",
  "instance",
];

type Read = typeof getRoomOutput;

/** The message, stack and cause of each error that a function has thrown. */
const failures: Promise<string>[] = [];

/**
 * Returns a program that reads rooms with functions. Collects the errors that a test expects, because an unhandled rejection would end
 * the test's process.
 */
const reading = (run: (read: (...args: Parameters<Read>) => void) => void) => () => {
  const isFailing = aws.failure !== undefined || aws.refusedRoles.size > 0;
  run((args, opts) => {
    if (!isFailing) getRoomOutput(args, opts);
    else failures.push(failureOf(getRoom(args as Parameters<typeof getRoom>[0], opts)));
  });
  return Promise.resolve({});
};

async function failureOf(read: Promise<unknown>): Promise<string> {
  const error: unknown = await read.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(RoomReadError);
  const { message, stack, cause } = error as RoomReadError;
  return [message, stack, String(cause)].join("\n");
}

/** A program that uses every way to read a room and every source of credentials. */
const program = reading((read) => {
  for (const profile of profiles) {
    const name = profile ?? "stack";
    const connection = profile === undefined ? {} : { profile };
    new ExistingRoom(name, { identifier: room(), ...connection });
    ExistingRoom.get(`got-${name}`, room(), connection);
    read({ identifier: room(), ...connection });
  }
  const [secretKey, token] = secretsBySource.providerKeys;
  const keys = { accessKey: "AKIDPROVIDER", secretKey, token };
  const [webIdentityToken] = secretsBySource.providerToken;
  const webIdentity = { roleArn: role("token"), webIdentityToken };
  const roles = [{ roleArn: role("provided"), externalId: secretsBySource.providerRole[0] }];
  const readWith = (members: Record<string, unknown>) => {
    const secret = Object.entries(members).map(([key, value]) => [key, pulumi.secret(value)] as const);
    const provider = awsProvider(Object.fromEntries(secret));
    read({ identifier: room() }, { provider });
    return provider;
  };
  readWith(keys);
  readWith({ assumeRoleWithWebIdentity: JSON.stringify(webIdentity) });
  const provider = readWith({ assumeRoles: JSON.stringify(roles) });
  new ExistingRoom("provided", { identifier: room() }, { provider });
});

const takeSent = () => aws.requests.splice(0).filter(({ service }) => service === "ivschat");

async function expectNoLeaks(stack: EngineStack, runs: EngineRun[], secrets: readonly string[]) {
  const { stdout: exported } = await promisify(execFile)("pulumi", ["stack", "export"], {
    cwd: stack.workDir,
    env: { ...process.env, ...engineEnvironment(engine.folder), PULUMI_STACK: stack.name },
  });
  expect(exported).toContain(stack.name);
  const seen = runs.map(({ output, errorOutput, events, error }) =>
    [output, errorOutput, String(error?.message), String(error?.stack)]
      .flatMap((text) => text.split("\n"))
      .concat(events.map((event) => JSON.stringify(event)))
      .filter((line) => !ofPulumi.test(line))
      .join("\n"),
  );
  const failed = await Promise.all(failures.splice(0));
  expect(failed).not.toEqual([]);
  for (const text of [...seen, exported, ...failed]) expect(leaksIn(text, secrets)).toEqual([]);
  expect(filesWithLeaks(engine.folder, secrets)).toEqual([]);
}

// At this log level, Pulumi itself prints secrets in plain text: engines before 3.274 print the stack's configuration, and the SDK prints the
// result of a resource's registration. These lines are skipped.
const ofPulumi = /RPC\[Provider\[|pulumi:providers:pulumi-nodejs|RegisterResource RPC finished|^ *,[a-z]/;

/** Returns the files in a folder that contain a secret, except those of npm packages. */
function filesWithLeaks(folder: string, secrets: readonly string[]): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesWithLeaks(path, secrets);
    if (!entry.isFile()) return [];
    return leaksIn(readFileSync(path, "utf8"), secrets).map((secret) => `${path}: ${secret}`);
  });
}

test("no credential of any source appears in the state, a log, an event or an error", async () => {
  const [secretKey, token] = secretsBySource.configuration;
  const stack = await engine.stack({
    program,
    config: {
      "aws:accessKey": { value: "AKIDSTACK", secret: true },
      "aws:secretKey": { value: secretKey, secret: true },
      "aws:token": { value: token, secret: true },
    },
  });
  const keys = ["AKIDSTACK", "AKIDENV", "AKIDP1", "AKIDPROCESS", "ASIAFILED", "ASIACHAINED", "ASIASSO"];
  const ofResources = [...keys, "ASIACONTAINER", "ASIAINSTANCE", "ASIAPROVIDED"].sort();
  const ofAll = [...ofResources, "AKIDPROVIDER", "ASIATOKEN"].sort();
  const used = () => [...new Set(takeSent().map(({ accessKeyId }) => accessKeyId))].sort();

  const runs = [await stack.preview(loud)];
  expect(used()).toEqual(ofAll);
  runs.push(await stack.up(loud));
  expect(used()).toEqual(ofAll);
  runs.push(await stack.refresh(loud));
  expect(used()).toEqual(ofResources);
  aws.failure = { status: 403, name: "AccessDeniedException", message: "no" };
  runs.push(await stack.preview(loud), await stack.refresh(loud));
  expect(runs.map(({ ok }) => ok)).toEqual([true, true, true, false, false]);
  await expectNoLeaks(stack, runs, ["AKIDSTACK", ...secrets]);
}, 240_000);

test("no value of a secret role in the stack's configuration appears in the state, a log, an event or an error", async () => {
  const token = "stack's/web+identity";
  const roles = [
    { roleArn: role("hushed-one"), externalId: "external+id/of-the-stack" },
    { roleArn: role("hushed-two") },
  ];
  const webIdentity = { roleArn: role("hushed-web"), webIdentityToken: token };
  const stack = await engine.stack({
    program: reading((read) => {
      new ExistingRoom("lobby", { identifier: room() });
      ExistingRoom.get("got", room());
      read({ identifier: room() });
    }),
    config: {
      "aws:assumeRoleWithWebIdentity": { value: JSON.stringify(webIdentity), secret: true },
      "aws:assumeRoles": { value: JSON.stringify(roles), secret: true },
    },
  });
  const runs = [await stack.preview(loud), await stack.up(loud), await stack.refresh(loud)];
  expect(new Set(takeSent().map(({ accessKeyId }) => accessKeyId))).toEqual(new Set(["ASIAHUSHED-TWO"]));
  aws.refusedRoles.set(role("hushed-two"), "arn:aws:sts::123456789012:assumed-role/hushed-one/session");
  runs.push(await stack.preview(loud), await stack.refresh(loud));
  expect(runs.map(({ ok }) => ok)).toEqual([true, true, true, false, false]);
  expect(runs.slice(3).every(({ output }) => output.includes("<assumeRoles[1].roleArn>"))).toBe(true);
  const names = ["web", "one", "two"].map((name) => `hushed-${name}`);
  const given = names.flatMap((name) => [`secret-${name.toUpperCase()}`, `token-${name.toUpperCase()}`]);
  await expectNoLeaks(stack, runs, [token, "external+id/of-the-stack", ...names, ...given]);
}, 240_000);
