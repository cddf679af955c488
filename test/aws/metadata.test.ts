import { appendFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { CredentialsError, getRoom } from "../../src";
import { unset } from "../support/environment";
import { startRawServer } from "../support/faultServer";
import { startedBefore } from "../support/hooks";
import { instanceKeys, startLocalMetadata } from "../support/localMetadata";
import { failure, room, useCloud } from "./surroundings";

const aws = useCloud();
const instance = startedBefore("file", startLocalMetadata, (started) => started.stop());

beforeEach(() => {
  instance.reset();
  unset("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_EC2_METADATA_DISABLED");
});

const configured = () => {
  aws.config({ "aws:ec2MetadataServiceEndpoint": instance.endpoint });
};
const signers = () => aws.requests.map(({ accessKeyId }) => accessKeyId);
const rolesPath = "/latest/meta-data/iam/security-credentials/";

test("the credentials of a container are used without a warning if the response takes more than a second", async () => {
  const server = createServer((_, response) => {
    setTimeout(() => response.end(JSON.stringify(instanceKeys())), 1500);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  process.env.AWS_CONTAINER_CREDENTIALS_FULL_URI = `http://127.0.0.1:${port}/`;
  await getRoom({ identifier: room() }).finally(() => server.close());
  expect(signers()).toEqual(["ASIAINSTANCE"]);
});

describe("the credentials of an EC2 instance", () => {
  test("are requested with a session token", async () => {
    configured();
    await getRoom({ identifier: room() });
    expect(instance.requests).toEqual([
      "PUT /latest/api/token",
      `GET ${rolesPath}`,
      `GET ${rolesPath}reader%20role`,
    ]);
    expect(aws.requests).toMatchObject([{ accessKeyId: "ASIAINSTANCE", sessionToken: "instance-token" }]);
  });

  test("are requested from the endpoint in AWS_EC2_METADATA_SERVICE_ENDPOINT", async () => {
    process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT = instance.endpoint;
    await getRoom({ identifier: room() });
    expect(signers()).toEqual(["ASIAINSTANCE"]);
  });

  test("are requested from the metadata endpoint that the profile sets", async () => {
    appendFileSync(
      join(aws.folder, "config"),
      `\n[profile here]\nec2_metadata_service_endpoint = ${instance.endpoint}\n`,
    );
    process.env.AWS_PROFILE = "here";
    await getRoom({ identifier: room() });
    expect(signers()).toEqual(["ASIAINSTANCE"]);
  });

  test("are requested over TLS from an endpoint with https", async () => {
    const firstBytes: (number | undefined)[] = [];
    const server = await startRawServer((socket) =>
      socket.once("data", (data: Buffer) => {
        firstBytes.push(data[0]);
        socket.destroy();
      }),
    );
    aws.config({ "aws:ec2MetadataServiceEndpoint": server.endpoint.replace("http:", "https:") });
    const error = await failure(getRoom({ identifier: room() }));
    await server.stop();
    expect(error).toBeInstanceOf(CredentialsError);
    const tlsHandshake = 22;
    expect(firstBytes).toEqual([tlsHandshake]);
  });

  test.each(["ftp://127.0.0.1", "127.0.0.1", "http://", "ftp://http://127.0.0.1"])(
    "are not requested from the endpoint %s, which is not an http or https URL",
    async (endpoint) => {
      process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT = endpoint;
      const error = await failure(getRoom({ identifier: room() }));
      expect(error).toMatchObject({ code: "SettingProblem" });
      expect(error?.message).toContain(
        "ec2MetadataServiceEndpoint must be a URL like http://169.254.169.254",
      );
    },
  );

  test.each([
    ["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", { AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: "IPv9" }],
    ["the profile", { AWS_PROFILE: "ninth" }],
  ])("are not requested if the endpoint mode in %s is invalid", async (_where, environment) => {
    appendFileSync(
      join(aws.folder, "config"),
      "\n[profile ninth]\nec2_metadata_service_endpoint_mode = IPv9\n",
    );
    Object.assign(process.env, environment);
    const error = await failure(getRoom({ identifier: room() }));
    expect(error?.message).toContain("ec2MetadataServiceEndpointMode must be IPv4 or IPv6");
  });

  test.each(["true", "TRUE", "1"])(
    "are not requested if AWS_EC2_METADATA_DISABLED is %s",
    async (disabled) => {
      configured();
      process.env.AWS_EC2_METADATA_DISABLED = disabled;
      const error = await failure(getRoom({ identifier: room() }));
      expect(error?.message).toContain("none were found");
      expect(instance.requests).toEqual([]);
    },
  );

  test.each(["false", "False", ""])(
    'are requested if AWS_EC2_METADATA_DISABLED is "%s"',
    async (disabled) => {
      configured();
      process.env.AWS_EC2_METADATA_DISABLED = disabled;
      await getRoom({ identifier: room() });
      expect(signers()).toEqual(["ASIAINSTANCE"]);
    },
  );
});

describe("a metadata service without session tokens", () => {
  beforeEach(() => {
    instance.withoutTokens = true;
    configured();
  });

  test.each([403, 404, 405])(
    "that rejects the token request with status %i is read without a token",
    async (status) => {
      instance.token = { status, body: "no" };
      await getRoom({ identifier: room() });
      expect(signers()).toEqual(["ASIAINSTANCE"]);
    },
  );

  test("that does not respond to the token request is read without a token", async () => {
    instance.token = undefined;
    await getRoom({ identifier: room() });
    expect(signers()).toEqual(["ASIAINSTANCE"]);
  });

  test.each([
    ["AWS_EC2_METADATA_V1_DISABLED", { AWS_EC2_METADATA_V1_DISABLED: "true" }],
    ["the profile", { AWS_PROFILE: "strict" }],
  ])("is not read if %s disables requests without a token", async (_where, environment) => {
    appendFileSync(join(aws.folder, "config"), "\n[profile strict]\nec2_metadata_v1_disabled = true\n");
    Object.assign(process.env, environment);
    instance.token = { status: 404, body: "" };
    const error = await failure(getRoom({ identifier: room() }));
    expect(error?.message).toContain("the EC2 metadata service rejected the token request with status 404");
    expect(instance.requests).toEqual(["PUT /latest/api/token"]);
  });

  test("is read if AWS_EC2_METADATA_V1_DISABLED is false", async () => {
    process.env.AWS_EC2_METADATA_V1_DISABLED = "false";
    instance.token = { status: 404, body: "" };
    await getRoom({ identifier: room() });
    expect(signers()).toEqual(["ASIAINSTANCE"]);
  });
});

describe("an error of the metadata service", () => {
  beforeEach(configured);

  test.each([
    [
      "the token request is rejected",
      { token: { status: 500, body: "" } },
      "rejected the token request with status 500",
    ],
    ["the request for the role fails", { roles: { status: 404, body: "" } }, "answered with status 404"],
    ["the request for the keys fails", { keys: { status: 503, body: "" } }, "answered with status 503"],
    ["the service does not respond", { roles: undefined }, "does not answer"],
    [
      "a response is too large",
      { keys: { status: 200, body: JSON.stringify({ ...instanceKeys(), rest: "x".repeat(65536) }) } },
      "is too large",
    ],
    ...["AccessKeyId", "SecretAccessKey", "Token", "Expiration"].map((member): [string, object, string] => [
      `the response has no ${member}`,
      { keys: { status: 200, body: JSON.stringify({ ...instanceKeys(), [member]: undefined }) } },
      "the answer of the EC2 metadata service has no credentials",
    ]),
  ])("is reported if %s", async (_what, answers, message) => {
    Object.assign(instance, answers);
    const error = await failure(getRoom({ identifier: room() }));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error?.message).toContain(message);
    expect(aws.requests).toEqual([]);
  });

  test("is reported only if aws:ec2MetadataServiceEndpoint is set, because most machines are not EC2 instances", async () => {
    unset("AWS_EC2_METADATA_SERVICE_ENDPOINT");
    aws.config({ "aws:ec2MetadataServiceEndpoint": "" });
    process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT = instance.endpoint;
    instance.roles = { status: 404, body: "" };
    const error = await failure(getRoom({ identifier: room() }));
    expect(error?.message).toContain("none were found; set AWS_PROFILE");
  });
});

test("the account of an instance's credentials is taken from the metadata, without a request to STS", async () => {
  configured();
  aws.config({ "aws:region": "us-east-1", "aws:allowedAccountIds": '["123456789012"]' });
  instance.keys = { status: 200, body: JSON.stringify({ ...instanceKeys(), AccountId: "123456789012" }) };
  await getRoom({ name: "lobby" });
  expect(aws.requests.map(({ service }) => service)).toEqual(["ivschat", "ivschat"]);
});
