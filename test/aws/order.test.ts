import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { getRoom } from "../../src";
import { awsProvider, room, useCloud } from "./surroundings";

const aws = useCloud();

const keys = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "env-secret" };
const noKeys = { AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "" };
const web = () => ({
  AWS_WEB_IDENTITY_TOKEN_FILE: join(aws.folder, "token"),
  AWS_ROLE_ARN: "arn:aws:iam::123456789012:role/web",
});

// The order is that of Pulumi's AWS provider: config/resolve_credentials.go in aws-sdk-go-v2, and aws-sdk-go-base.
describe("a read, like Pulumi's AWS provider,", () => {
  test.each([
    ["the environment's keys rather than a profile", () => ({ ...keys, AWS_PROFILE: "p1" }), "AKIDENV"],
    ["the environment's keys rather than a web identity", () => ({ ...keys, ...web() }), "AKIDENV"],
    [
      "the environment's keys rather than a profile that does not exist",
      () => ({ ...keys, AWS_PROFILE: "nobody" }),
      "AKIDENV",
    ],
    ["a web identity rather than a profile", () => ({ ...noKeys, ...web(), AWS_PROFILE: "p1" }), "ASIAWEB"],
    ["the profile in AWS_PROFILE if there are no keys", () => ({ ...noKeys, AWS_PROFILE: "p1" }), "AKIDP1"],
    [
      "a profile if the environment has an access key without a secret key",
      () => ({ ...keys, AWS_SECRET_ACCESS_KEY: "", AWS_PROFILE: "p1" }),
      "AKIDP1",
    ],
    ["the profile in AWS_DEFAULT_PROFILE", () => ({ ...noKeys, AWS_DEFAULT_PROFILE: "b" }), "AKIDB"],
    [
      "the profile in AWS_PROFILE rather than that in AWS_DEFAULT_PROFILE",
      () => ({ ...noKeys, AWS_PROFILE: "p1", AWS_DEFAULT_PROFILE: "b" }),
      "AKIDP1",
    ],
    [
      "the profile `default` if the environment has no keys and no profile",
      () => {
        aws.secrets.set("AKIDDEFAULT", { secretAccessKey: "default-secret" });
        const file = join(aws.folder, "defaults");
        writeFileSync(
          file,
          "[default]\naws_access_key_id = AKIDDEFAULT\naws_secret_access_key = default-secret\n",
        );
        return { ...noKeys, AWS_SHARED_CREDENTIALS_FILE: file };
      },
      "AKIDDEFAULT",
    ],
  ])("uses %s", async (_what, environment, accessKeyId) => {
    const warn = jest.spyOn(console, "warn");
    Object.assign(process.env, environment());
    await getRoom({ identifier: room() });
    expect(aws.requests.at(-1)).toMatchObject({ service: "ivschat", accessKeyId });
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});

describe("a profile takes precedence over keys in the environment", () => {
  beforeEach(() => {
    Object.assign(process.env, { ...keys, AWS_PROFILE: "p1" });
  });

  test("if the profile is set by aws:profile", async () => {
    aws.config({ "aws:profile": "b" });
    await getRoom({ identifier: room() });
    expect(aws.requests).toMatchObject([{ accessKeyId: "AKIDB" }]);
  });

  test("if the profile is set by an explicit provider", async () => {
    await getRoom({ identifier: room() }, { provider: awsProvider({ profile: "b" }) });
    expect(aws.requests).toMatchObject([{ accessKeyId: "AKIDB" }]);
  });

  test("if the profile is set by an argument", async () => {
    await getRoom({ identifier: room(), profile: "b" });
    expect(aws.requests).toMatchObject([{ accessKeyId: "AKIDB" }]);
  });
});
