import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import type { RoomReadError } from "../../src";
import { startCloud, type Cloud } from "../support/cloud";
import { startedBefore } from "../support/hooks";

/** Starts a simulated AWS that receives all AWS requests of the tests of a file. Resets the simulated AWS before each test. */
export function useCloud(): Cloud & { config(values: Record<string, string>): void } {
  const start = async () => {
    const cloud = await startCloud();
    writeFileSync(join(cloud.folder, "config"), files.config);
    writeFileSync(join(cloud.folder, "credentials"), files.credentials);
    writeFileSync(join(cloud.folder, "other-config"), "[profile elsewhere]\nregion = us-west-2\n");
    writeFileSync(
      join(cloud.folder, "other-credentials"),
      `[elsewhere]\naws_access_key_id = AKIDELSEWHERE\naws_secret_access_key = ${secrets.AKIDELSEWHERE}\n`,
    );
    writeFileSync(join(cloud.folder, "token"), "web-identity-token-of-the-file");
    Object.assign(process.env, {
      HTTPS_PROXY: cloud.proxy,
      HTTP_PROXY: cloud.proxy,
      AWS_CA_BUNDLE: cloud.bundle,
      AWS_CONFIG_FILE: join(cloud.folder, "config"),
      AWS_SHARED_CREDENTIALS_FILE: join(cloud.folder, "credentials"),
      AWS_ACCESS_KEY_ID: "AKIDENV",
      AWS_SECRET_ACCESS_KEY: secrets.AKIDENV,
      HOME: cloud.folder,
    });
    return Object.assign(cloud, { config: setConfig });
  };
  const cloud = startedBefore("file", start, (started) => started.stop());
  beforeEach(() => {
    cloud.requests.splice(0);
    cloud.connects.splice(0);
    cloud.refusedRoles.clear();
    cloud.sts = { account: "123456789012", sessionMs: 3_600_000 };
    cloud.failure = undefined;
    cloud.secrets.clear();
    for (const [accessKeyId, secretAccessKey] of Object.entries(secrets))
      cloud.secrets.set(accessKeyId, { secretAccessKey });
    cloud.answerToConnect = () => undefined;
  });
  return cloud;
}

export function setConfig(values: Record<string, string>): void {
  for (const [key, value] of Object.entries(values)) pulumi.runtime.setConfig(key, value);
}

/** The secret access key of each access key ID in the environment variables and the shared AWS files. */
const secrets = {
  AKIDENV: "env-secret",
  AKIDP1: "p1-secret",
  AKIDB: "b-secret",
  AKIDELSEWHERE: "elsewhere-secret",
};

const files = {
  config: `[profile p1]
region = eu-central-1

[profile expired]
sso_session = corp
sso_account_id = 123456789012
sso_role_name = reader

[sso-session corp]
sso_region = us-east-1
sso_start_url = https://corp.awsapps.com/start

[profile signed-in]
sso_session = fresh
sso_account_id = 123456789012
sso_role_name = reader

[sso-session fresh]
sso_region = us-east-1
sso_start_url = https://corp.awsapps.com/start
`,
  credentials: `[p1]
aws_access_key_id = AKIDP1
aws_secret_access_key = ${secrets.AKIDP1}

[b]
aws_access_key_id = AKIDB
aws_secret_access_key = ${secrets.AKIDB}
`,
};

/**
 * Returns a fake aws.Provider with the given members as outputs. As in a real provider, structured members must be JSON strings. A real
 * provider would register with the engine, which would require the AWS plugin.
 */
export function awsProvider(members: Record<string, unknown>): pulumi.ProviderResource {
  const outputs = Object.entries(members).map(([key, value]) => [key, pulumi.output(value)] as const);
  return {
    __pulumiType: "pulumi:providers:aws",
    ...Object.fromEntries(outputs),
  } as unknown as pulumi.ProviderResource;
}

export const room = (region = "us-east-1") => `arn:aws:ivschat:${region}:123456789012:room/LobbyLobby12`;

/** Returns the error of a read, or undefined if the read succeeds. */
export const failure = (read: Promise<unknown>) =>
  read.then(
    () => undefined,
    (error: unknown) => error as RoomReadError,
  );
