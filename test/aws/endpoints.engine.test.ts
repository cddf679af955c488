import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { CredentialsError, getRoom, getRoomOutput } from "../../src";
import { useEngine } from "../support/engine";
import { room, useCloud, failure } from "./surroundings";

const aws = useCloud();
const engine = useEngine();

test("an endpoint in the environment must be an http or https URL", async () => {
  process.env.AWS_ENDPOINT_URL_IVSCHAT = aws.plainEndpoint.replace("http:", "ftp:");
  const error = await failure(getRoom({ identifier: room() }));
  expect(error?.message).toContain("an endpoint must be a URL that begins with https:// or http://");
  expect(aws.requests).toEqual([]);
});

describe("an endpoint without TLS", () => {
  const warningsOf = async (name: string, endpoint: string) => {
    const stack = await engine.stack({
      name,
      program: () =>
        Promise.resolve({
          names: ["LobbyLobby12", "LobbyLobby13"].map(
            (id) => getRoomOutput({ identifier: room().replace("LobbyLobby12", id) }).name,
          ),
        }),
      config: { "aws:endpoints": JSON.stringify([{ ivschat: endpoint }]) },
    });
    const { ok, events } = await stack.preview();
    expect(ok).toBe(true);
    expect(aws.requests).toHaveLength(2);
    return events
      .map(({ diagnosticEvent }) => diagnosticEvent)
      .filter((event) => event?.severity === "warning")
      .map((event) => event?.message.trim());
  };

  test("causes one warning for two reads, without the user name and password of the URL", async () => {
    expect(await warningsOf("elsewhere", "http://user:hunter2@ivschat.example.com")).toEqual([
      expect.stringMatching(/^requests to http:\/\/ivschat.example.com are not encrypted/),
    ]);
  });

  test("causes no warning on a loopback address", async () => {
    expect(await warningsOf("here", aws.plainEndpoint)).toEqual([]);
  });
});

test.each(["https://user:hunter2@127.0.0.1:1", "http://user:hunter2@127.0.0.1:1/path"])(
  "the error of a failed read from %s contains no user name or password",
  async (endpoint) => {
    aws.config({ "aws:maxRetries": "0" });
    const error = await failure(getRoom({ identifier: room(), endpoint }));
    expect(error?.message).toContain(`the request to ${endpoint.replace("user:hunter2@", "")} failed`);
    expect(JSON.stringify([error?.message, error?.stack, String(error?.cause)])).not.toContain("hunter2");
  },
);

describe("an endless response from STS", () => {
  let server: Server;
  let written = 0;
  afterEach(() => server.close());

  test.each([
    ["a role is assumed", { assumeRole: { roleArn: "arn:aws:iam::123456789012:role/one" } }, 200],
    ["a role cannot be assumed", { assumeRole: { roleArn: "arn:aws:iam::123456789012:role/one" } }, 403],
    ["the account is looked up", { identifier: undefined, name: "lobby", region: "us-east-1" }, 200],
  ])("is cut off when %s", async (_what, args, status) => {
    written = 0;
    server = createServer((_request, response) => {
      response.writeHead(status, { "content-type": "text/xml" });
      const chunk = Buffer.alloc(16 * 1024, "<");
      const more = () => {
        while (!response.destroyed && response.write(chunk)) written += chunk.length;
        written += chunk.length;
      };
      response.on("drain", more);
      more();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const sts = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    aws.config({ "aws:endpoints": JSON.stringify([{ sts }]), "aws:allowedAccountIds": '["123456789012"]' });
    const error = await failure(getRoom({ identifier: room(), ...args }));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error?.message).toContain("the answer is too large to be credentials");
    // The operating system buffers a few megabytes. More would mean that the client continued to read.
    expect(written).toBeLessThan(30_000_000);
    expect(aws.requests).toEqual([]);
  });
});
