import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { CredentialsError, ExistingRoom, getRoom, RoomNotFoundError, RoomReadError } from "../../src";
import { useEngine } from "../support/engine";
import { writeSsoToken } from "./ssoToken";
import { room, useCloud, failure } from "./surroundings";

const aws = useCloud();
const engine = useEngine();

/** Returns an answer to CONNECT that looks like a response of the service. */
function answer(status: number, body: object | string, headers: Record<string, string> = {}): string {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const lines = Object.entries({
    "content-type": "application/json",
    ...headers,
    "content-length": String(Buffer.byteLength(text)),
  });
  return `HTTP/1.1 ${status} Whatever\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${text}`;
}

const forgedRoom = {
  arn: room(),
  id: "LobbyLobby12",
  name: "forged",
  createTime: "2026-01-01T00:00:00Z",
  updateTime: "2026-01-01T00:00:00Z",
  maximumMessageLength: 1,
  maximumMessageRatePerSecond: 1,
};
const notFound = () =>
  answer(404, { message: "no such room" }, { "x-amzn-errortype": "ResourceNotFoundException" });

/** Makes the proxy answer CONNECT with this text for the hosts of a service, and open tunnels to all other hosts. */
const forge = (service: string, instead: string) => {
  aws.answerToConnect = (host) => (host.startsWith(`${service}.`) ? instead : undefined);
};

describe("a proxy's answer to CONNECT", () => {
  test.each([
    [
      201,
      answer(201, forgedRoom),
      "refused to connect to ivschat.us-east-1.amazonaws.com:443 with status 201",
    ],
    [204, answer(204, ""), "with status 204"],
    [302, answer(302, forgedRoom, { location: "http://127.0.0.1:1/" }), "with status 302"],
    [400, answer(400, { message: "m" }, { "x-amzn-errortype": "ValidationException" }), "with status 400"],
    [403, answer(403, { message: "m" }, { "x-amzn-errortype": "AccessDeniedException" }), "with status 403"],
    [404, notFound(), "with status 404"],
    [407, answer(407, ""), "with status 407; check the user name and password in the URL"],
    [429, answer(429, {}, { "x-amzn-errortype": "ThrottlingException" }), "with status 429"],
    [
      200,
      `HTTP/1.1 200 OK\r\n\r\n${answer(200, forgedRoom)}`,
      "answered instead of ivschat.us-east-1.amazonaws.com:443",
    ],
  ])(
    "with status %i is not mistaken for a response from Amazon IVS Chat",
    async (_status, instead, message) => {
      forge("ivschat", instead);
      const error = await failure(getRoom({ identifier: room() }));
      expect(error).toBeInstanceOf(RoomReadError);
      expect(error).not.toBeInstanceOf(RoomNotFoundError);
      expect(error?.code).toBe("ProxyRefused");
      expect(error?.message).toContain(message);
      expect(error?.requestId).toBeUndefined();
      expect(aws.connects).toHaveLength(1);
      expect(aws.requests).toEqual([]);
    },
  );

  test("with status 503 makes the read retry", async () => {
    let asked = 0;
    aws.answerToConnect = () => (++asked < 3 ? answer(503, forgedRoom) : undefined);
    expect((await getRoom({ identifier: room() })).name).toBe("lobby");
    expect(asked).toBe(3);
  });

  test("is not mistaken for a response from STS", async () => {
    const role = "arn:aws:iam::123456789012:role/one";
    forge(
      "sts",
      answer(
        201,
        '<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>AKIDFORGED</AccessKeyId>' +
          "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration></Credentials>" +
          "</AssumeRoleResult></AssumeRoleResponse>",
        { "content-type": "text/xml" },
      ),
    );
    const error = await failure(getRoom({ identifier: room(), assumeRole: { roleArn: role } }));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error?.message).toContain(
      "the proxy refused to connect to sts.us-east-1.amazonaws.com:443 with status 201",
    );
    expect(aws.requests).toEqual([]);
  });

  test("is not mistaken for a response from SSO", async () => {
    writeSsoToken(aws.folder, "fresh");
    const roleCredentials = {
      accessKeyId: "AKIDFORGED",
      secretAccessKey: "s",
      sessionToken: "t",
      expiration: 4e12,
    };
    forge("portal", answer(201, { roleCredentials }));
    const error = await failure(getRoom({ identifier: room(), profile: "signed-in" }));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error?.message).toContain(
      "the proxy refused to connect to portal.sso.us-east-1.amazonaws.com:443",
    );
    expect(aws.requests).toEqual([]);
  });
});

test("a refresh keeps the resource in the state if a proxy answers CONNECT with status 404", async () => {
  const stack = await engine.stack({
    program: () => Promise.resolve({ name: new ExistingRoom("lobby", { identifier: room() }).name }),
  });
  expect(await stack.up()).toMatchObject({ ok: true });
  forge("ivschat", notFound());
  const { ok, output } = await stack.refresh();
  expect(ok).toBe(false);
  expect(output).toContain(
    "the proxy refused to connect to ivschat.us-east-1.amazonaws.com:443 with status 404",
  );
  expect((await stack.state()).some(({ type }) => type.endsWith(":ExistingRoom"))).toBe(true);
});

describe("a proxy", () => {
  test("receives the user name and password of its URL, and no error message contains them", async () => {
    const seen: (string | undefined)[] = [];
    aws.answerToConnect = (_host, headers) => {
      seen.push(headers["proxy-authorization"]);
      return seen.length > 1 ? answer(407, "") : undefined;
    };
    process.env.HTTPS_PROXY = aws.proxy.replace("//", "//al%40ice:hunter%2502@");
    await getRoom({ identifier: room() });
    const error = await failure(getRoom({ identifier: room() }));
    expect(seen).toEqual(Array(2).fill(`Basic ${Buffer.from("al@ice:hunter%02").toString("base64")}`));
    expect(error?.message).toContain("with status 407");
    expect(JSON.stringify([error?.message, error?.stack, String(error?.cause)])).not.toMatch(
      /hunter|al.{1,3}ice/,
    );
  });

  test("that never responds lets the process end after the read's time limit", async () => {
    forge("ivschat", "");
    const program = `require("./dist").getRoom({ identifier: "${room()}" }).catch((error) => console.log(error.message));`;
    const config = {
      "ivschat:connectTimeout": "1",
      "ivschat:requestTimeout": "1",
      "ivschat:readTimeout": "2",
    };
    const env = { ...process.env, PULUMI_CONFIG: JSON.stringify(config) };
    const child = spawn(process.execPath, ["-e", program], { cwd: resolve(__dirname, "../.."), env });
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
    await new Promise((ended) => child.once("close", ended));
    expect(printed).toContain("check the network, the proxy and the endpoint");
  }, 20_000);
});
