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

// From Pulumi's AWS provider: config/resolve_credentials.go of aws-sdk-go-v2, and aws-sdk-go-base.
describe("credentials in the environment have the precedence of Pulumi's AWS provider", () => {
  test.each([
    ["keys, before a profile", () => ({ ...keys, AWS_PROFILE: "p1" }), "AKIDENV"],
    ["keys, before a web identity", () => ({ ...keys, ...web() }), "AKIDENV"],
    ["keys, before a profile that does not exist", () => ({ ...keys, AWS_PROFILE: "nobody" }), "AKIDENV"],
    ["a web identity, before a profile", () => ({ ...noKeys, ...web(), AWS_PROFILE: "p1" }), "ASIAWEB"],
    ["a profile", () => ({ ...noKeys, AWS_PROFILE: "p1" }), "AKIDP1"],
    [
      "a profile, where half of the keys is set",
      () => ({ ...keys, AWS_SECRET_ACCESS_KEY: "", AWS_PROFILE: "p1" }),
      "AKIDP1",
    ],
    ["a profile by its second name", () => ({ ...noKeys, AWS_DEFAULT_PROFILE: "b" }), "AKIDB"],
    [
      "a profile, by its first name",
      () => ({ ...noKeys, AWS_PROFILE: "p1", AWS_DEFAULT_PROFILE: "b" }),
      "AKIDP1",
    ],
    [
      "the profile `default`",
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
  ])("%s", async (_what, environment, accessKeyId) => {
    const warn = jest.spyOn(console, "warn");
    Object.assign(process.env, environment());
    await getRoom({ identifier: room() });
    expect(aws.requests.at(-1)).toMatchObject({ service: "ivschat", accessKeyId });
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});

describe("a profile named in the program or stack takes precedence over keys in the environment", () => {
  beforeEach(() => {
    Object.assign(process.env, { ...keys, AWS_PROFILE: "p1" });
  });

  test("in aws:profile", async () => {
    aws.config({ "aws:profile": "b" });
    await getRoom({ identifier: room() });
    expect(aws.requests).toMatchObject([{ accessKeyId: "AKIDB" }]);
  });

  test("in an explicit provider", async () => {
    await getRoom({ identifier: room() }, { provider: awsProvider({ profile: "b" }) });
    expect(aws.requests).toMatchObject([{ accessKeyId: "AKIDB" }]);
  });

  test("in an argument", async () => {
    await getRoom({ identifier: room(), profile: "b" });
    expect(aws.requests).toMatchObject([{ accessKeyId: "AKIDB" }]);
  });
});
