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
    ["`identifier` that is replaced by `name` selects the room with the name", {}, { name: "hall" }],
    [
      "`name` beside tags that ignoreChanges keeps selects the room with the name alone",
      {},
      { name: "hall", tags: { stage: "live" } },
    ],
    ["`identifier` that changes selects the other room", {}, { identifier: hall }],
  ])("%s", async (_, members, news) => {
    const olds = { ...(await check({}, { identifier: lobby })), ...members };
    expect(await check(olds, news)).toMatchObject({ arn: hall });
  });

  test("`identifier`, if removed without a replacement, makes the check fail instead of keeping the recorded room", async () => {
    const olds = await check({}, { identifier: lobby });
    expect(await check(olds, {})).toEqual(failing("identifier is missing"));
  });

  test("`name`, if removed without a replacement, makes the check fail instead of keeping the recorded room", async () => {
    const olds = await check({}, { name: "lobby" });
    expect(await check(olds, {})).toEqual(failing("identifier is missing"));
  });

  test("that does not exist is a failure that names it, without a request", async () => {
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

  test("that is null counts as not set", async () => {
    expect(await check({}, { identifier: lobby, name: null, region: null })).toMatchObject({ arn: lobby });
    expect(await plugin.invoke("getRoom", { identifier: null, name: "hall" })).toMatchObject({
      result: { arn: hall },
    });
  });

  test("of the connection is an update when it changes, without a replacement", async () => {
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

describe("a room with tags that are called like members of every object", () => {
  test("shows an added tag as added", async () => {
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
  ])("shows and ignores the tag %j under the path that the engine reads", async (key, path) => {
    const olds = await check({}, { identifier: lobby });
    const news = { ...olds, tags: { stage: "live", [key]: "1" } };
    expect((await plugin.diff(lobby, olds, news)).details).toEqual({ [path]: "ADD" });
    expect(await plugin.diff(lobby, olds, news, [path])).toMatchObject({ changes: false, details: {} });
  });
});

describe("Read", () => {
  test("keeps the program's inputs of a resource that `get` has read, and reads with its arguments", async () => {
    await plugin.configure({ region: "us-east-1", endpoints: [{ ivschat: "http://127.0.0.1:1" }] });
    const given = { endpoint: service.endpoint };
    // Older engines send the arguments as properties only.
    for (const inputs of [given, {}])
      expect((await plugin.read(lobby, given, inputs)).properties).toMatchObject({ arn: lobby, ...given });
    const { properties = {} } = await plugin.read(lobby, given, given);
    expect(await plugin.read(lobby, properties, given)).toEqual({ id: lobby, properties, inputs: given });
  });

  test("of an import takes the connection from the inputs", async () => {
    await plugin.configure({ region: "us-east-1", endpoints: [{ ivschat: "http://127.0.0.1:1" }] });
    const given = { endpoint: service.endpoint };
    const { properties, inputs } = await plugin.read(lobby, {}, given);
    expect(properties).toMatchObject({ arn: lobby, ...given });
    expect(inputs).toEqual({ identifier: lobby, ...given });
  });

  test("of a refresh keeps the identifier among the inputs", async () => {
    const inputs = await check({}, { identifier: lobby });
    const { properties = {} } = await plugin.create(inputs);
    const refreshed = await plugin.read(lobby, properties, inputs);
    expect(refreshed).toEqual({ id: lobby, properties, inputs });
    expect(await plugin.diff(lobby, properties, inputs)).toMatchObject({ changes: false, details: {} });
  });
});

describe("Cancel", () => {
  test("is answered again, and lets no later call begin", async () => {
    await plugin.cancel();
    await plugin.cancel();
    await expect(plugin.invoke("getRoom", { identifier: lobby })).rejects.toThrow("was cancelled");
    await expect(plugin.check({}, { identifier: lobby })).rejects.toThrow("was cancelled");
    expect(operations(service)).toEqual([]);
  });
});
