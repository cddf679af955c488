import { startedBefore } from "../support/hooks";
import { PluginClient, type Values } from "../support/pluginClient";
import { arn, operations, useLocalIvsChat } from "../support/service";

const lobby = arn("LobbyLobby12");
const hall = arn("HallHallHall");
const service = useLocalIvsChat({
  state: {
    rooms: [
      { arn: lobby, name: "lobby", tags: { stage: "live" } },
      { arn: hall, name: "hall", tags: { stage: "test" } },
    ],
  },
});
const plugin = startedBefore("test", PluginClient.start.bind(PluginClient), (client) => {
  client.close();
});
beforeEach(() => plugin.configure({ region: "us-east-1" }));

const check = async (olds: Values, news: Values) => {
  const { inputs, failures } = await plugin.check(olds, news);
  return inputs ?? { failures };
};
const failing = (reason: string) => ({
  failures: [expect.objectContaining({ reason: expect.stringContaining(reason) as string })],
});

describe("an argument of an ExistingRoom", () => {
  test.each<[string, Values, Values]>([
    ["`identifier`, if replaced by `name`, no longer selects the room", {}, { name: "hall" }],
    [
      "`name` alone selects the room if ignoreChanges keeps the recorded tags",
      {},
      { name: "hall", tags: { stage: "live" } },
    ],
    ["`identifier`, if changed, selects another room", {}, { identifier: hall }],
  ])("%s", async (_, members, news) => {
    const olds = { ...(await check({}, { identifier: lobby })), ...members };
    expect(await check(olds, news)).toMatchObject({ arn: hall });
  });

  test("`identifier` cannot be removed without an argument that replaces it", async () => {
    const olds = await check({}, { identifier: lobby });
    expect(await check(olds, {})).toEqual(failing("identifier is missing"));
  });

  test("`name` cannot be removed without an argument that replaces it", async () => {
    const olds = await check({}, { name: "lobby" });
    expect(await check(olds, {})).toEqual(failing("identifier is missing"));
  });

  test("that does not exist is rejected without a request, with an error that contains its name", async () => {
    expect(await check({}, { identifier: lobby, regoin: "us-east-1" })).toEqual({
      failures: [
        {
          property: "regoin",
          reason: expect.stringMatching(/^regoin is not an argument; .* region/) as string,
        },
      ],
    });
    expect(operations(service)).toEqual([]);
  });

  test("with the value null is treated as not set", async () => {
    expect(await check({}, { identifier: lobby, name: null, region: null })).toMatchObject({ arn: lobby });
    expect(await plugin.invoke("getRoom", { identifier: null, name: "hall" })).toMatchObject({
      result: { arn: hall },
    });
  });

  test("that belongs to the connection can change without a replacement", async () => {
    const olds = await check({}, { identifier: lobby });
    const news = await check(olds, { identifier: lobby, region: "us-east-1" });
    expect(await plugin.diff(lobby, olds, news)).toMatchObject({
      changes: true,
      replaces: [],
      details: { region: "ADD" },
    });
    expect(await plugin.update(lobby, olds, news)).toMatchObject({ arn: lobby, region: "us-east-1" });
  });
});

describe("the diff of a room with unusual tag keys", () => {
  test("shows the added tags `constructor` and `toString`", async () => {
    const olds = await check({}, { identifier: lobby });
    const news = { ...olds, tags: { stage: "live", constructor: "c", toString: "t" } };
    expect((await plugin.diff(lobby, olds, news)).details).toEqual({
      "tags.constructor": "ADD",
      "tags.toString": "ADD",
    });
  });

  test.each([
    ['a"b', 'tags["a\\"b"]'],
    ["a\\b", 'tags["a\\b"]'],
    ["a.b", 'tags["a.b"]'],
    ["é\n", 'tags["é\n"]'],
  ])(
    "shows the added tag %j as %s, and shows no change if ignoreChanges contains this path",
    async (key, path) => {
      const olds = await check({}, { identifier: lobby });
      const news = { ...olds, tags: { stage: "live", [key]: "1" } };
      expect((await plugin.diff(lobby, olds, news)).details).toEqual({ [path]: "ADD" });
      expect(await plugin.diff(lobby, olds, news, [path])).toMatchObject({ changes: false, details: {} });
    },
  );
});

describe("the Read call", () => {
  test("for a resource made by `get` uses the program's arguments, and keeps the inputs of the resource", async () => {
    await plugin.configure({ region: "us-east-1", endpoints: [{ ivschat: "http://127.0.0.1:1" }] });
    const given = { endpoint: service.endpoint };
    // Older engines send the arguments only as properties.
    for (const inputs of [given, {}])
      expect((await plugin.read(lobby, given, inputs)).properties).toMatchObject({ arn: lobby, ...given });
    const { properties = {} } = await plugin.read(lobby, given, given);
    expect(await plugin.read(lobby, properties, given)).toEqual({ id: lobby, properties, inputs: given });
  });

  test("for an import uses the connection arguments from the inputs", async () => {
    await plugin.configure({ region: "us-east-1", endpoints: [{ ivschat: "http://127.0.0.1:1" }] });
    const given = { endpoint: service.endpoint };
    const { properties, inputs } = await plugin.read(lobby, {}, given);
    expect(properties).toMatchObject({ arn: lobby, ...given });
    expect(inputs).toEqual({ identifier: lobby, ...given });
  });

  test("for a refresh keeps `identifier` in the inputs", async () => {
    const inputs = await check({}, { identifier: lobby });
    const { properties = {} } = await plugin.create(inputs);
    const refreshed = await plugin.read(lobby, properties, inputs);
    expect(refreshed).toEqual({ id: lobby, properties, inputs });
    expect(await plugin.diff(lobby, properties, inputs)).toMatchObject({ changes: false, details: {} });
  });
});

describe("the Cancel call", () => {
  test("succeeds twice, and all later calls are rejected", async () => {
    await plugin.cancel();
    await plugin.cancel();
    await expect(plugin.invoke("getRoom", { identifier: lobby })).rejects.toThrow("was cancelled");
    await expect(plugin.check({}, { identifier: lobby })).rejects.toThrow("was cancelled");
    expect(operations(service)).toEqual([]);
  });
});
