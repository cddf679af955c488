import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startedBefore } from "../support/hooks";
import { leaksIn } from "../support/leaks";
import { PluginClient, type Values } from "../support/pluginClient";
import { arn } from "../support/service";
import { openText } from "./openText";
import { secret, unknown } from "./wire";

const lobby = arn("LobbyLobby12");
const role = (externalId: unknown) => ({ roleArn: "arn:aws:iam::123456789012:role/reader", externalId });
const plugin = startedBefore("file", PluginClient.start.bind(PluginClient), (client) => {
  client.close();
});

describe("credentials that the program gives in plain text", () => {
  const webIdentity = { roleArn: "arn:aws:iam::123456789012:role/web", webIdentityToken: "hush" };
  test.each<[string, Values, string[]]>([
    ["keys", { accessKey: "AKID", secretKey: "hush", token: "t" }, ["accessKey", "secretKey", "token"]],
    ["a proxy", { httpsProxy: "http://user:hush@proxy" }, ["httpsProxy"]],
    ["a web identity token", { assumeRoleWithWebIdentity: webIdentity }, ["assumeRoleWithWebIdentity"]],
    [
      "a web identity token in JSON",
      { assumeRoleWithWebIdentity: JSON.stringify(webIdentity) },
      ["assumeRoleWithWebIdentity"],
    ],
    ["a password in an endpoint", { endpoints: [{ sts: "https://user:hush@host" }] }, ["endpoints"]],
    ["no credential", { endpoints: [{ sts: "https://host" }], assumeRoles: [role("x")] }, []],
    [
      "a token and an unknown value",
      { assumeRoleWithWebIdentity: { ...webIdentity, roleArn: unknown } },
      ["assumeRoleWithWebIdentity"],
    ],
  ])("are the only values that CheckConfig makes secret: %s", async (_, news, keys) => {
    const expected = Object.entries(news).map(([key, given]) => [
      key,
      keys.includes(key) ? secret(given) : given,
    ]);
    expect((await plugin.checkConfig({ ...news, region: "us-east-1" })).inputs).toEqual({
      ...Object.fromEntries(expected),
      region: "us-east-1",
    });
  });

  const given = {
    region: "us-east-1",
    accessKey: "AKIDHUSHHUSH",
    secretKey: "hush/secret+key",
    token: "hush/session+token",
    httpsProxy: "http://hush-user:hush%2Bproxy@127.0.0.1:1",
    assumeRoles: [role("hush/external+id")],
  };
  const secrets = ["AKIDHUSHHUSH", "hush/secret+key", "hush/session+token", "hush+proxy", "hush/external+id"];

  test("appear in no response in any encoding, even if a server's message contains the credentials", async () => {
    const shown: unknown[] = [];
    const keep = async (call: Promise<unknown>) => {
      shown.push(await call.catch((caught: unknown) => (caught as Error).message));
    };
    const { assumeRoles, ...plain } = given;
    for (const config of [given, plain])
      for (const broken of [
        {},
        { maxRetries: "x" },
        { readTimeout: "hush" },
        { endpoints: [{ ivschat: "x" }] },
      ]) {
        const news = {
          ...config,
          ...broken,
          ...("assumeRoles" in config ? { assumeRoles: secret(assumeRoles) } : {}),
        };
        await keep(plugin.checkConfig(news));
        await keep(plugin.diffConfig(news, { ...news, secretKey: "other" }));
        await keep(plugin.configure(news));
      }
    const message = (known: readonly string[]) => `no: ${known.join(" ")} ${given.httpsProxy}`;
    const denying = await startDenying(message(secrets.slice(0, -1)), message(secrets));
    const recorded = { arn: lobby, name: "lobby" };
    try {
      for (const config of [plain, given]) {
        const endpoints = [{ ivschat: denying.endpoint, sts: denying.endpoint }];
        await plugin.configure({ ...config, endpoints, noProxy: "127.0.0.1" });
        for (const name of ["getRoom", "findRoom", "getRooms"])
          await keep(plugin.invoke(name, { name: "lobby" }));
        await keep(plugin.check({}, { identifier: lobby }));
        await keep(plugin.read(lobby, recorded, recorded));
        await keep(plugin.read(lobby));
      }
    } finally {
      denying.stop();
    }
    const text = openText(shown);
    expect(text).toContain("access denied: no: [secret]");
    expect(text).toContain("cannot assume");
    expect(leaksIn(text, secrets)).toEqual([]);
  });
});

/** Starts a server that denies every request in the format of IVS Chat or STS. */
async function startDenying(message: string, messageOfSts: string) {
  const server = createServer((request, response) => {
    const isSts = request.url === "/";
    response.writeHead(403, isSts ? {} : { "x-amzn-errortype": "AccessDeniedException" });
    response.end(
      isSts
        ? `<ErrorResponse><Error><Code>AccessDenied</Code><Message>${messageOfSts}</Message></Error></ErrorResponse>`
        : JSON.stringify({ message }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
