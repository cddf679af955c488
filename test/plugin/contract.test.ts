import { arn, operations, useLocalIvsChat } from "../support/service";
import { startedBefore } from "../support/hooks";
import { PluginClient } from "../support/pluginClient";
import { asset, output, secret, unknown } from "./wire";

const lobby = arn("LobbyLobby12");
const service = useLocalIvsChat({
  state: { rooms: [{ arn: lobby, name: "lobby", tags: { stage: "live" }, maximumMessageLength: 250 }] },
});
const plugin = startedBefore("test", PluginClient.start.bind(PluginClient), (client) => {
  client.close();
});

const configuration = (members: object = {}) => ({ region: "us-east-1", ...members });

test("Cancel ends a read that is in flight", async () => {
  await plugin.configure(
    configuration({ endpoints: [{ ivschat: "http://127.0.0.1:1" }], connectTimeout: 100 }),
  );
  const read = expect(plugin.invoke("getRoom", { identifier: lobby })).rejects.toThrow("was cancelled");
  await plugin.cancel();
  await read;
});

describe("the plugin's provider before it is configured", () => {
  test("reports its name, its version, and that it accepts secrets", async () => {
    expect(await plugin.handshake()).toMatchObject({ acceptSecrets: true });
    expect(await plugin.version()).toBe("1.2.3");
    expect(await plugin.schema()).toMatchObject({ name: "ivschat", version: "1.2.3" });
  });

  test.each([
    [
      "with structured values",
      { endpoints: [{ ivschat: "https://example.com" }], allowedAccountIds: ["123456789012"] },
    ],
    [
      "with JSON strings",
      {
        endpoints: '[{"ivschat":"https://example.com"}]',
        allowedAccountIds: '["123456789012"]',
        readEach: "true",
      },
    ],
    ["with unknown values", { region: unknown, endpoints: unknown, requestsPerSecond: unknown }],
  ])("accepts configuration %s", async (_, news) => {
    expect(await plugin.checkConfig(news)).toEqual({ inputs: news, failures: [] });
  });

  test("makes keys that hold credentials secret, and keeps secret values secret", async () => {
    const news = { secretKey: "hush", profile: secret("mine"), region: "us-east-1" };
    expect((await plugin.checkConfig(news)).inputs).toEqual({
      secretKey: secret("hush"),
      profile: secret("mine"),
      region: "us-east-1",
    });
  });

  test.each([
    [{ regoin: "us-east-1" }, "regoin is not a key of the provider's configuration"],
    [{ requestsPerSecond: 0 }, 'ivschat:requestsPerSecond must be a number greater than 0, not "0"'],
    [{ endpoints: "nothing" }, "endpoints of the provider ivschat must be an array"],
  ])("rejects the configuration %j", async (news, reason) => {
    const { failures } = await plugin.checkConfig(news);
    expect(failures.map((failure) => failure.reason).join()).toContain(reason);
  });

  test("shows a configuration change as an update without a replacement", async () => {
    const { changes, replaces, details } = await plugin.diffConfig(
      { region: "us-east-1" },
      { region: "eu-west-1" },
    );
    expect({ changes, replaces, details }).toEqual({
      changes: true,
      replaces: [],
      details: { region: "UPDATE" },
    });
  });
});

describe("a function call to the plugin", () => {
  beforeEach(() => plugin.configure(configuration()));

  test("returns all members of a room", async () => {
    const { result, failures } = await plugin.invoke("getRoom", { identifier: lobby });
    expect(failures).toEqual([]);
    expect(result).toMatchObject({
      arn: lobby,
      name: "lobby",
      maximumMessageLength: 250,
      tags: { stage: "live" },
    });
    expect(Object.keys(result ?? {})).toHaveLength(10);
  });

  test("returns the room of findRoom, or an empty result if no room matches", async () => {
    expect(await plugin.invoke("findRoom", { name: "attic" })).toEqual({ result: {}, failures: [] });
    expect((await plugin.invoke("findRoom", { name: "lobby" })).result).toMatchObject({
      room: { arn: lobby },
    });
  });

  test("shares one request with other calls for the same room in a preview, and sends a new request in an update", async () => {
    await Promise.all([1, 2, 3].map(() => plugin.invoke("getRoom", { identifier: lobby })));
    expect(operations(service)).toEqual(["GetRoom"]);
    await plugin.invoke("getRoom", { identifier: lobby }, false);
    expect(operations(service)).toEqual(["GetRoom", "GetRoom"]);
  });

  test.each([
    ["`identifier` is unknown", { identifier: unknown }],
    ["the engine omits an unknown `identifier`", {}],
    ["`identifier` is an unknown output", { identifier: output({ secret: true }) }],
    ["the engine omits an unknown `identifier` but not `region`", { region: "us-east-1" }],
    ["`tags` contains an unknown value", { name: "lobby", tags: { stage: unknown } }],
  ])("returns an empty result without a request if %s", async (_, args) => {
    expect(await plugin.invoke("getRoom", args)).toEqual({ result: {}, failures: [] });
    expect(operations(service)).toEqual([]);
  });

  test("is rejected in an update if no argument names the room", async () => {
    const { failures } = await plugin.invoke("getRoom", { region: "us-east-1" }, false);
    expect(failures).toMatchObject([{ property: "identifier" }]);
  });

  test("returns secrets for secret arguments", async () => {
    for (const identifier of [secret(lobby), output({ value: lobby, secret: true })]) {
      const { result } = await plugin.invoke("getRoom", { identifier });
      expect(result).toMatchObject({ arn: secret(lobby), maximumMessageLength: secret(250) });
    }
  });

  test("does not show a secret argument in an error", async () => {
    const { failures } = await plugin.invoke("getRoom", { identifier: secret(arn("AtticAttic12")) });
    expect(failures.map(({ reason }) => reason).join()).toMatch(/there is no such room/);
    expect(JSON.stringify(failures)).not.toContain("AtticAttic12");
  });

  test.each([
    [{ identifier: "lobby" }, "identifier", "must be the ARN of a room"],
    [{ name: 5 }, "name", "must be a string"],
    [{ regoin: "x", name: "lobby" }, "regoin", "is not an argument"],
  ])("rejects the arguments %j without a request", async (args, property, reason) => {
    const { failures } = await plugin.invoke("getRoom", args);
    expect(failures).toEqual([{ property, reason: expect.stringContaining(reason) as string }]);
    expect(operations(service)).toEqual([]);
  });

  test("rejects an asset as argument", async () => {
    await expect(plugin.invoke("getRoom", { name: asset })).rejects.toThrow("name is an asset");
  });

  test("is rejected if the function does not exist", async () => {
    await expect(plugin.invoke("getCastle", {})).rejects.toThrow(
      "there is no function ivschat:index:getCastle",
    );
  });
});

describe("an ExistingRoom of the plugin", () => {
  beforeEach(() => plugin.configure(configuration()));
  const checkedLobby = async (news: Record<string, unknown> = { identifier: lobby }, olds = {}) => {
    const { inputs = {}, failures } = await plugin.check(olds, news);
    expect(failures).toEqual([]);
    return inputs;
  };

  test("has every member of the room after Check, and is created with them", async () => {
    const inputs = await checkedLobby();
    expect(inputs).toMatchObject({
      arn: lobby,
      roomId: "LobbyLobby12",
      name: "lobby",
      tags: { stage: "live" },
    });
    const { identifier, ...properties } = inputs;
    expect(identifier).toBe(lobby);
    expect(await plugin.create(inputs)).toEqual({ id: lobby, properties });
    expect(operations(service)).toEqual(["GetRoom"]);
  });

  test("shows each changed member in a diff", async () => {
    const olds = await checkedLobby();
    await plugin.configure(configuration());
    service.updateRoom(lobby, { maximumMessageLength: 100, tags: { stage: "live", team: "blue" } });
    const news = await checkedLobby({ identifier: lobby }, olds);
    const { changes, replaces, details } = await plugin.diff(lobby, olds, news);
    expect({ changes, replaces }).toEqual({ changes: true, replaces: [] });
    expect(details).toEqual({ maximumMessageLength: "UPDATE", "tags.team": "ADD", updateTime: "UPDATE" });
    expect(await plugin.diff(lobby, news, news)).toMatchObject({
      changes: false,
      replaces: [],
      details: {},
    });
  });

  test("is replaced if another room now has the name", async () => {
    const olds = await checkedLobby({ name: "lobby" });
    await plugin.configure(configuration());
    service.deleteRoom(lobby);
    const other = service.putRoom({ name: "lobby" });
    const news = await checkedLobby({ name: "lobby" }, olds);
    const { replaces, details } = await plugin.diff(lobby, olds, news);
    expect(replaces).toEqual(["arn"]);
    expect(details).toMatchObject({ arn: "UPDATE_REPLACE" });
    expect(news.arn).toBe(other);
  });

  test("is secret as a whole if its identifier is secret, and its ID does not contain the ARN", async () => {
    const inputs = await checkedLobby({ identifier: secret(lobby) });
    expect(inputs).toMatchObject({ arn: secret(lobby), name: secret("lobby") });
    const { id } = await plugin.create(inputs);
    expect(id).toMatch(/^secret-[0-9a-f]{32}$/);
    expect(await plugin.diff(id, inputs, inputs)).toMatchObject({ changes: false });
    expect((await plugin.read(id, inputs, inputs)).properties).toMatchObject({ arn: secret(lobby) });
  });

  test("is unknown, without a request, while its identifier or the provider's region is unknown", async () => {
    expect((await checkedLobby({ identifier: unknown })).arn).toBe(unknown);
    await plugin.configure({ region: unknown });
    expect((await checkedLobby({ name: "lobby" })).arn).toBe(unknown);
    expect(operations(service)).toEqual([]);
  });

  test("is imported by its ARN, with the identifier as its only input", async () => {
    const { id, inputs, properties } = await plugin.read(lobby);
    expect(id).toBe(lobby);
    expect(inputs).toEqual({ identifier: lobby });
    expect(properties).toMatchObject({ arn: lobby, maximumMessageLength: 250 });
    expect(await plugin.diff(lobby, properties ?? {}, await checkedLobby())).toMatchObject({
      changes: false,
    });
  });

  test("is removed by a refresh if its room does not exist, and cannot be imported", async () => {
    const inputs = await checkedLobby();
    service.deleteRoom(lobby);
    await plugin.configure(configuration());
    expect((await plugin.read(lobby, inputs, inputs)).id).toBe("");
    await expect(plugin.read(lobby)).rejects.toThrow("there is no such room");
  });

  test("shows no change of a member that is in ignoreChanges", async () => {
    const olds = await checkedLobby();
    await plugin.configure(configuration());
    service.updateRoom(lobby, { maximumMessageLength: 100, name: "hall" });
    // For `ignoreChanges`, the engine copies recorded properties into the arguments.
    const news = await checkedLobby({ identifier: lobby, name: "lobby", maximumMessageLength: 250 }, olds);
    expect((await plugin.diff(lobby, olds, news)).details).toEqual({ updateTime: "UPDATE" });
  });

  test.each([
    [["tags"], { maximumMessageLength: "UPDATE" }],
    [["tags.team"], { maximumMessageLength: "UPDATE", 'tags["a b"]': "UPDATE" }],
    [['tags["a b"]', "maximumMessageLength"], { "tags.team": "UPDATE" }],
    [["tags.*"], { maximumMessageLength: "UPDATE" }],
    [["*"], {}],
    [["tag"], { maximumMessageLength: "UPDATE", "tags.team": "UPDATE", 'tags["a b"]': "UPDATE" }],
  ])("shows only the changes that ignoreChanges %j does not cover", async (ignored, expected) => {
    const olds = { ...(await checkedLobby()), tags: { team: "red", "a b": "1" } };
    const news = { ...olds, maximumMessageLength: 9, tags: { team: "blue", "a b": "2" } };
    const { changes, details } = await plugin.diff(lobby, olds, news, ignored);
    expect({ changes, details }).toEqual({ changes: Object.keys(expected).length > 0, details: expected });
  });

  test("lists the changed top-level properties in a diff", async () => {
    const olds = await checkedLobby();
    const { properties } = await plugin.diff(lobby, olds, { ...olds, tags: { team: "blue", owner: "x" } });
    expect(properties).toEqual(["tags"]);
  });

  test.each([
    [
      "its tags, with a name and tags as arguments",
      { name: "lobby" },
      { name: "lobby", tags: { stage: "live" } },
    ],
    [
      "its name, with a name and tags as arguments",
      { tags: { stage: "live" } },
      { name: "lobby", tags: { stage: "live" } },
    ],
    ["its identifier", { identifier: lobby }, { identifier: lobby }],
  ])("is still the recorded room if the program ignores changes of %s", async (_, first, then) => {
    const olds = await checkedLobby(first);
    await plugin.configure(configuration());
    service.updateRoom(lobby, "name" in first ? { tags: { stage: "test" } } : { name: "hall" });
    expect((await checkedLobby(then, olds)).arn).toBe(lobby);
    const refreshed = await plugin.read(lobby, olds, olds);
    expect(
      (await checkedLobby(then, { ...olds, ...refreshed.inputs, name: "lobby", tags: { stage: "live" } }))
        .arn,
    ).toBe(lobby);
  });

  test("must match the name and the tags if the program sets both", async () => {
    const both = { name: "lobby", tags: { stage: "live" } };
    const olds = await checkedLobby(both);
    await plugin.configure(configuration());
    service.updateRoom(lobby, { tags: { stage: "test" } });
    const { failures } = await plugin.check(olds, both);
    expect(failures.map(({ reason }) => reason).join()).toContain("no room");
  });

  test("reports the name of a wrong argument", async () => {
    const { failures } = await plugin.check({}, { identifier: "lobby" });
    expect(failures).toEqual([
      { property: "identifier", reason: expect.stringContaining("must be the ARN of a room") as string },
    ]);
  });
});
