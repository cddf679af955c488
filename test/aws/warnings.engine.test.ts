import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { room, useCloud } from "./surroundings";

const aws = useCloud();
beforeAll(() => {
  const cache = join(aws.folder, ".aws", "sso", "cache");
  mkdirSync(cache, { recursive: true });
  const token = { accessToken: "t", expiresAt: new Date(Date.now() + 3_600_000).toISOString() };
  writeFileSync(
    join(cache, `${createHash("sha1").update("fresh").digest("hex")}.json`),
    JSON.stringify(token),
  );
});

/** Reads a room with the built package in a child process. Returns the process's output and the services that were called. */
async function readInProcess(args: object, config: object): Promise<{ printed: string; asked: unknown[] }> {
  const program = `require("./dist").getRoom(${JSON.stringify({ identifier: room(), ...args })}).then(({ name }) => console.log(name))`;
  const env = {
    ...process.env,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "",
    PULUMI_CONFIG: JSON.stringify(config),
  };
  const child = spawn(process.execPath, ["-e", program], { cwd: resolve(__dirname, "../.."), env });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  await new Promise((ended) => child.once("close", ended));
  return { printed, asked: aws.requests.map(({ host }) => host.split(".")[0]) };
}

// The SDK's STS and SSO clients print a warning if they will drop the running version of Node.js.
describe("a program that reads a room prints no SDK warning", () => {
  test.each([
    ["a role", { assumeRole: { roleArn: "arn:aws:iam::123456789012:role/one" } }, {}, ["sts", "ivschat"]],
    [
      "a list of allowed accounts",
      { name: "lobby", identifier: undefined },
      { "aws:region": "us-east-1", "aws:allowedAccountIds": '["123456789012"]' },
      ["sts", "ivschat", "ivschat"],
    ],
    [
      "a web identity",
      {},
      {
        "aws:assumeRoleWithWebIdentity":
          '{"roleArn":"arn:aws:iam::123456789012:role/web","webIdentityToken":"w"}',
      },
      ["sts", "ivschat"],
    ],
    ["SSO", { profile: "signed-in" }, {}, ["portal", "ivschat"]],
  ])("with %s", async (_what, args, config, asked) => {
    expect(await readInProcess(args, config)).toEqual({ printed: "lobby\n", asked });
  });
});
