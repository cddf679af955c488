import fc from "fast-check";
import { configurationKeys } from "../../src/plugin/configuration";
import { markerKey } from "../../src/room/markers";
import { startedBefore } from "../support/hooks";
import { PluginClient, type Values } from "../support/pluginClient";
import { arn, useLocalIvsChat } from "../support/service";
import { openText } from "./openText";
import { output, secret, unknown } from "./wire";

const lobby = arn("LobbyLobby12");
const role = (externalId: unknown) => ({ roleArn: "arn:aws:iam::123456789012:role/reader", externalId });
const service = useLocalIvsChat(
  { state: { rooms: [{ arn: lobby, name: "lobby", tags: { stage: "live" } }] } },
  "file",
);
const plugin = startedBefore("file", PluginClient.start.bind(PluginClient), (client) => {
  client.close();
});
beforeEach(() => plugin.configure({ region: "us-east-1" }));

interface Given {
  readonly value: unknown;
  /** The secret strings in `value`. */
  readonly hidden: readonly string[];
}

/** Generates values of any shape with secrets at any depth. The strings differ, so that a search for a secret does not find other text. */
const value = fc.letrec<{ any: Given }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: 0, max: 1e9 }).map((n) => ({ value: `hush-${n}-x`, hidden: [] })),
    fc.stringMatching(/^[A-Z]{12}$/).map((id) => ({ value: arn(id), hidden: [] })),
    fc.constantFrom<Given>({ value: unknown, hidden: [] }, { value: 5, hidden: [] }),
    fc.array(tie("any"), { maxLength: 3 }).map((items) => ({
      value: items.map((item) => item.value),
      hidden: items.flatMap(({ hidden }) => hidden),
    })),
    fc.dictionary(fc.constantFrom("roleArn", "externalId", "stage"), tie("any")).map(objectOf),
    fc.tuple(tie("any"), fc.boolean()).map(([{ value: inner }, isOutput]) => ({
      value: isOutput ? output({ value: inner, secret: true }) : secret(inner),
      hidden: textsIn(inner),
    })),
  ),
})).any;

function objectOf(members: Record<string, Given>): Given {
  return {
    value: Object.fromEntries(Object.entries(members).map(([name, member]) => [name, member.value])),
    hidden: Object.values(members).flatMap(({ hidden }) => hidden),
  };
}

const textsIn = (inner: unknown): string[] =>
  [...JSON.stringify(inner).matchAll(/hush-\d+-x|room\/[A-Z]{12}/g)].map(([text]) => text);

const args = fc
  .dictionary(fc.constantFrom("identifier", "name", "tags", "region", "profile", "assumeRole", "x"), value)
  .map(objectOf);

describe("a secret at any depth", () => {
  const answerOf = (call: Promise<unknown>) =>
    call.catch((caught: unknown) => (caught as Error).message).then(openText);
  const expectHidden = async (calls: readonly Promise<unknown>[], { value: given, hidden }: Given) => {
    const open = openText(given);
    for (const text of await Promise.all(calls.map(answerOf)))
      // Skips a string that is also in the arguments in a place where it is not secret.
      for (const each of hidden.filter((secretText) => !open.includes(secretText)))
        expect(text).not.toContain(each);
  };

  test("in the arguments of a function or an ExistingRoom appears in no response in plain text", async () => {
    const { inputs: recorded = {} } = await plugin.check({}, { identifier: lobby });
    await fc.assert(
      fc.asyncProperty(args, async (given) => {
        const news = given.value as Values;
        const calls = ["getRoom", "findRoom", "getRooms", "getLoggingConfiguration"].map((name) =>
          plugin.invoke(name, news),
        );
        await expectHidden(
          [
            ...calls,
            plugin.check({}, news),
            plugin.check(recorded, news),
            plugin.diff(lobby, recorded, { ...recorded, ...news }),
            plugin.read(lobby, recorded, news),
            plugin.read(lobby, {}, news),
            plugin.read(lobby, { ...recorded, ...news }, recorded),
          ],
          given,
        );
      }),
      { numRuns: 30 },
    );
  });

  test("in the configuration appears in no response in plain text", async () => {
    const configuration = fc.dictionary(fc.constantFrom(...configurationKeys, "x"), value).map(objectOf);
    await fc.assert(
      fc.asyncProperty(configuration, async (given) => {
        const news = given.value as Values;
        await expectHidden(
          [plugin.checkConfig(news), plugin.diffConfig({}, news), plugin.configure(news)],
          given,
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe("a secret argument", () => {
  test("of the connection stays secret in the inputs and after a refresh", async () => {
    const assumeRole = role(secret("hush"));
    const { inputs = {} } = await plugin.check({}, { name: unknown, assumeRole });
    expect(inputs.assumeRole).toEqual(secret(role("hush")));
    const endpoint = secret(service.endpoint);
    const checked = await plugin.check({}, { identifier: lobby, endpoint });
    expect(checked.inputs).toMatchObject({ arn: lobby, endpoint });
    expect(await plugin.create(checked.inputs ?? {})).toMatchObject({ id: lobby, properties: { endpoint } });
    const read = await plugin.read(lobby, checked.inputs, checked.inputs);
    expect([read.properties, read.inputs]).toMatchObject([{ endpoint }, { endpoint }]);
    expect((await plugin.read(lobby, {}, { endpoint })).inputs).toEqual({ identifier: lobby, endpoint });
  });

  test("of findRoom makes the result secret even if no room matches", async () => {
    expect(await plugin.invoke("findRoom", { name: secret("attic") })).toEqual({
      result: { room: secret(null) },
      failures: [],
    });
  });

  test("hides in a diff which tags of the room have changed", async () => {
    const { inputs = {} } = await plugin.check({}, { name: secret("lobby") });
    const news = { ...inputs, tags: secret({ stage: "live", murmur: "1" }) };
    const { id } = await plugin.create(inputs);
    expect((await plugin.diff(id, inputs, news)).details).toEqual({ tags: "UPDATE" });
  });

  test("hides the room's ARN in warnings", async () => {
    const hidden = service.putRoom({ name: "whispers", tags: { [markerKey]: "x" } });
    const isHidden = async (name: unknown) => {
      const own = await PluginClient.start();
      await own.configure({ region: "us-east-1" });
      await own.invoke("getRoom", { name });
      own.close();
      expect(own.lines.join()).toContain("omitted the tag");
      return !own.lines.join().includes(hidden);
    };
    expect([await isHidden("whispers"), await isHidden(secret("whispers"))]).toEqual([false, true]);
  });

  test("of the connection does not hide the room in an error, because the room is not secret", async () => {
    const { failures } = await plugin.invoke("getRoom", {
      identifier: arn("AtticAttic12"),
      endpoint: secret(service.endpoint),
    });
    expect(failures[0]?.reason).toContain(arn("AtticAttic12"));
  });
});
