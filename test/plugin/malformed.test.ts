import fc from "fast-check";
import { configurationKeys } from "../../src/plugin/configuration";
import { startedBefore } from "../support/hooks";
import { PluginClient, type Values } from "../support/pluginClient";
import { arn, useLocalIvsChat } from "../support/service";
import { asset, output, secret, unknown } from "./wire";

const lobby = arn("LobbyLobby12");
const service = useLocalIvsChat({ state: { rooms: [{ arn: lobby, name: "lobby" }] } }, "file");
const plugin = startedBefore("file", PluginClient.start.bind(PluginClient), (client) => {
  client.close();
});

const configure = () =>
  plugin.configure({ region: "us-east-1", endpoints: [{ ivschat: service.endpoint }], readTimeout: 1 });
beforeEach(configure);

/** Returns the messages of a call's failures or error, or `[]` if the call succeeds. */
async function messagesOf(call: Promise<unknown>): Promise<string[]> {
  const answer = await call.catch((error: unknown) => [(error as Error).message]);
  if (Array.isArray(answer)) return answer as string[];
  const { failures = [] } = (answer ?? {}) as { failures?: { reason: string }[] };
  return failures.map(({ reason }) => reason);
}

/** Checks that each message of a call is one line of readable length, and not an internal error. */
async function expectReadable(call: Promise<unknown>): Promise<void> {
  for (const message of await messagesOf(call)) {
    expect(message).not.toMatch(/\p{C}/u);
    expect(message.length).toBeLessThan(2100);
    expect(message).not.toMatch(
      /TypeError|is not a function|Cannot read prop|of undefined|Assertion|Error serializing/,
    );
  }
}

const key = fc.oneof(
  fc.constantFrom(
    ...[
      "identifier",
      "name",
      "tags",
      "region",
      "profile",
      "arn",
      "roomId",
      "updateTime",
      "messageReviewHandler",
    ],
    ...["__lookup", "__secret", "__ignored", "__proto__", "constructor", "toString", "", "id"],
  ),
  fc.string({ maxLength: 5 }),
);
const value = fc.oneof(
  fc.constantFrom<unknown>(lobby, "lobby", unknown, asset, secret(lobby), secret(null), {
    ...secret(1),
    value: undefined,
  }),
  fc.constantFrom<unknown>(output({}), "x".repeat(100_000), null, 5, true, [], {}, [[null]], -0, 1e308),
  fc.jsonValue({ maxDepth: 3 }),
);
// The encoding cannot represent undefined.
const properties = fc.dictionary(key, value).map((given) => JSON.parse(JSON.stringify(given)) as Values);

test("every method responds to properties of any type with a value or a readable error", async () => {
  await fc.assert(
    fc.asyncProperty(properties, properties, async (olds, news) => {
      const calls = [
        ...["getRoom", "findRoom", "getRooms", "getLoggingConfiguration"].map((name) =>
          plugin.invoke(name, news, false),
        ),
        plugin.check({}, news),
        plugin.check(olds, news),
        plugin.diff(lobby, olds, news, Object.keys(news)),
        plugin.create(news),
        plugin.update(lobby, olds, news),
        plugin.read(lobby, olds, news),
        plugin.read("lobby", olds, news),
        plugin.checkConfig(news),
        plugin.diffConfig(olds, news),
      ];
      await Promise.all(calls.map(expectReadable));
    }),
    { numRuns: 25 },
  );
});

test("CheckConfig and Configure reject a setting of the wrong type with an error that contains the setting's name", async () => {
  const wrong: unknown[] = [5, -1, true, {}, "text", [[null]], "x".repeat(1e4)];
  let rejected = 0;
  for (const name of configurationKeys)
    for (const each of wrong) {
      const news = JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(each)},"__proto__":1}`) as Values;
      const checked = await messagesOf(plugin.checkConfig(news));
      const configured = await messagesOf(plugin.configure(news));
      expect(configured.map((message) => message.replace("2 UNKNOWN: ", ""))).toEqual(checked);
      for (const message of checked) expect(message).toContain(name);
      rejected += checked.length;
    }
  expect(rejected).toBeGreaterThan(80);
});

test("every error about the members of assumeRole is readable", async () => {
  const members = fc.dictionary(
    fc.constantFrom(
      "sessionName",
      "externalId",
      "duration",
      "policy",
      "policyArns",
      "tags",
      "transitiveTagKeys",
    ),
    fc.oneof(
      fc.constantFrom<unknown>(null, 5, "", "1h", ["a"], { a: "b" }, [5]),
      fc.jsonValue({ maxDepth: 1 }),
    ),
  );
  await plugin.configure({
    region: "us-east-1",
    endpoints: [{ ivschat: service.endpoint, sts: service.endpoint }],
    readTimeout: 1,
  });
  await fc.assert(
    fc.asyncProperty(members, async (given) => {
      const assumeRole = { ...given, roleArn: "arn:aws:iam::123456789012:role/reader" };
      await expectReadable(plugin.invoke("getRoom", { identifier: lobby, assumeRole }, false));
      await expectReadable(plugin.check({}, { identifier: lobby, assumeRole }));
    }),
    { numRuns: 25 },
  );
});

describe("a malformed request", () => {
  const methods = [
    "Handshake",
    "GetSchema",
    "GetPluginInfo",
    "GetMapping",
    "CheckConfig",
    "DiffConfig",
    "Configure",
  ];
  const ofResources = ["Invoke", "Check", "Diff", "Create", "Read", "Update", "Delete"];

  test.each([...methods, ...ofResources])(
    "of random bytes to %s gets a response or a readable error, and the next call is served",
    async (method) => {
      const start = PluginClient.start.bind(PluginClient);
      const own = await start();
      try {
        const bytes = fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.constant(new Uint8Array()));
        await fc.assert(
          fc.asyncProperty(bytes, (sent) => expectReadable(own.send(method, sent).catch(withoutPrefix))),
          { numRuns: 30 },
        );
        expect(await own.handshake()).toMatchObject({ acceptSecrets: true });
      } finally {
        own.close();
      }
    },
  );

  test.each(["Create", "Update"])(
    "to %s without the room's properties is rejected, so that nothing is recorded",
    async (method) => {
      const urn = "urn:pulumi:dev::rooms::ivschat:index:ExistingRoom::lobby";
      const field = method === "Create" ? 1 : 2;
      const bytes = Buffer.from([(field << 3) | 2, urn.length, ...Buffer.from(urn)]);
      await expect(plugin.send(method, bytes)).rejects.toThrow("they have no arn");
    },
  );
});

// Empties the message if gRPC itself has rejected the bytes, because the plugin cannot change that message.
function withoutPrefix(error: unknown): never {
  const { message } = error as Error;
  throw new Error(message.startsWith("13 INTERNAL: Error deserializing request") ? "" : message);
}

test("a value with three hundred levels of nesting is rejected, and the next call is served", async () => {
  const deep = JSON.parse(`${"[".repeat(300)}${"]".repeat(300)}`) as unknown;
  expect((await messagesOf(plugin.invoke("getRoom", { name: deep }))).join()).not.toBe("");
  expect((await plugin.invoke("getRoom", { identifier: lobby })).result).toMatchObject({ arn: lobby });
});
