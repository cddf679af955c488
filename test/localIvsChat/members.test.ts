import * as sdk from "@aws-sdk/client-ivschat";
import { startLocalIvsChat, type LocalIvsChat } from "../support/localIvsChat";
import { arn } from "../support/service";
import { callers } from "../support/serviceEnvironment";
import { altered, clientOf, refusal } from "./client";

const lobby = arn("LobbyLobby12");
const uri = "arn:aws:lambda:us-east-1:123456789012:function:review";

let service: LocalIvsChat;
const start = async (options: Parameters<typeof startLocalIvsChat>[0] = {}) => {
  service = await startLocalIvsChat(options);
};
afterEach(() => service.close());

/** Creates a client that adds these members to every request. */
const sending = (members: object) =>
  altered(clientOf(service), "before", (request) => {
    request.body = JSON.stringify({ ...(JSON.parse(request.body) as object), ...members });
  });

describe("a request to the local IVS Chat", () => {
  const foreign = {
    arn: arn("OtherOther12"),
    id: "OtherOther12",
    createTime: "2000-01-01T00:00:00Z",
    updateTime: "2000-01-01T00:00:00Z",
    region: "eu-west-1",
    account: "210987654321",
    bogus: 1,
    __proto__: { odd: true },
  };

  test("that updates a room neither changes read-only members and tags nor stores unknown members", async () => {
    await start({ state: { rooms: [{ arn: lobby, tags: { a: "b" } }] } });
    const before = service.room(lobby);
    await sending({ ...foreign, tags: { c: "d" }, maximumMessageLength: 7 }).send(
      new sdk.UpdateRoomCommand({ identifier: lobby }),
    );
    const after = service.room(lobby) as { updateTime: string };
    expect(after).toEqual({ ...before, maximumMessageLength: 7, updateTime: after.updateTime });
    expect(new Date(after.updateTime).getFullYear()).toBeGreaterThan(2000);
    expect(service.rooms()).toHaveLength(1);
  });

  test("that creates a room does not store read-only or unknown members", async () => {
    await start();
    const messageReviewHandler = { uri, fallbackResult: "DENY", bogus: 1 };
    await sending({ ...foreign, messageReviewHandler }).send(new sdk.CreateRoomCommand({ name: "lobby" }));
    const [room] = service.rooms() as { arn: string }[];
    expect(room?.arn).toMatch(/^arn:aws:ivschat:us-east-1:123456789012:room\//);
    expect(room).toMatchObject({ name: "lobby", messageReviewHandler: { uri, fallbackResult: "DENY" } });
    expect(JSON.stringify(room)).not.toMatch(/bogus|odd|2000-01-01|OtherOther/);
    expect(Object.keys(room ?? {})).not.toContain("region");
  });

  test("with a member that is null is treated as if the member were absent", async () => {
    await start({ state: { rooms: [{ arn: lobby, name: "lobby" }] } });
    await sending({ name: null }).send(new sdk.UpdateRoomCommand({ identifier: lobby }));
    expect(service.room(lobby)).toMatchObject({ name: "lobby" });
    const refused = await refusal(
      sending({ identifier: null }).send(new sdk.GetRoomCommand({ identifier: lobby })),
    );
    expect(refused).toMatchObject({ status: 400, error: { fieldList: [{ name: "identifier" }] } });
  });

  test.each([[[]], ["text"], [5], [null]])(
    "is rejected if its body is %j instead of an object",
    async (body) => {
      await start();
      const client = altered(clientOf(service), "before", (request) => (request.body = JSON.stringify(body)));
      expect(await refusal(client.send(new sdk.ListRoomsCommand({})))).toMatchObject({ status: 400 });
    },
  );
});

describe("a response of the local IVS Chat", () => {
  test("to UpdateRoom has all members of the room, including tags", async () => {
    await start({ state: { rooms: [{ arn: lobby, tags: { a: "b" } }] } });
    const { $metadata: _one, ...updated } = await clientOf(service).send(
      new sdk.UpdateRoomCommand({ identifier: lobby, name: "new" }),
    );
    const { $metadata: _two, ...read } = await clientOf(service).send(
      new sdk.GetRoomCommand({ identifier: lobby }),
    );
    expect(updated).toEqual(read);
    expect(updated.tags).toEqual({ a: "b" });
  });

  test.each([
    ["NoSuchRoom12", "NoSuchRoom12"],
    ["no-such-room", "nosuchroom"],
    ["---", "none"],
  ])("about the unknown room %s has the valid resourceId %s", async (id, resourceId) => {
    await start();
    const refused = await refusal(clientOf(service).send(new sdk.GetRoomCommand({ identifier: arn(id) })));
    expect(refused.error).toMatchObject({ resourceId });
  });
});

describe("a review handler of the local IVS Chat", () => {
  test.each<[object, object, object]>([
    [{}, { uri }, { uri, fallbackResult: "ALLOW" }],
    [{ uri, fallbackResult: "DENY" }, { uri }, { uri, fallbackResult: "ALLOW" }],
    [{ uri, fallbackResult: "ALLOW" }, { fallbackResult: "DENY" }, { uri, fallbackResult: "DENY" }],
    [{ uri, fallbackResult: "DENY" }, { uri: "" }, { uri: "", fallbackResult: "ALLOW" }],
  ])("with the value %j that is updated with %j becomes %j", async (before, messageReviewHandler, after) => {
    await start({ state: { rooms: [{ arn: lobby, messageReviewHandler: before }] } });
    const command = new sdk.UpdateRoomCommand({ identifier: lobby, messageReviewHandler });
    expect(await clientOf(service).send(command)).toMatchObject({ messageReviewHandler: after });
    expect(service.room(lobby)).toMatchObject({ messageReviewHandler: after });
  });

  test("that is created without a fallbackResult allows messages", async () => {
    await start();
    const created = await clientOf(service).send(
      new sdk.CreateRoomCommand({ messageReviewHandler: { uri } }),
    );
    expect(created.messageReviewHandler).toEqual({ uri, fallbackResult: "ALLOW" });
  });
});

describe("a listing of the local IVS Chat", () => {
  test("is ordered by update time, including times with different time zones and precision", async () => {
    const times = {
      OldestOldest: "2026-01-01T10:00:00+05:00",
      MiddleMiddle: "2026-01-01T06:00:00Z",
      NewestNewest: "2026-01-01T06:00:00.5Z",
      EarlierThere: "2025-12-31T23:30:00-08:00",
    };
    const rooms = Object.entries(times).map(([id, updateTime]) => ({ arn: arn(id), updateTime }));
    await start({ state: { rooms } });
    const ids: (string | undefined)[] = [];
    let nextToken: string | undefined;
    do {
      const answer = await clientOf(service).send(new sdk.ListRoomsCommand({ maxResults: 1, nextToken }));
      ids.push(...(answer.rooms ?? []).map(({ id }) => id));
      ({ nextToken } = answer);
    } while (nextToken !== undefined);
    expect(ids).toEqual(["EarlierThere", "NewestNewest", "MiddleMiddle", "OldestOldest"]);
  });

  test("accepts only page tokens of a listing with the same operation, filters, region and account", async () => {
    const other = { account: "210987654321", secretAccessKey: "other-secret" };
    await start({ callers: { ...callers, OTHER: other } });
    for (const region of ["us-east-1", "eu-west-1"])
      for (const account of ["123456789012", "210987654321"])
        for (const name of ["lobby", "stage"]) service.putRoom({ region, account, name });
    const client = clientOf(service);
    const { nextToken } = await client.send(new sdk.ListRoomsCommand({ maxResults: 1 }));
    const again = await client.send(new sdk.ListRoomsCommand({ maxResults: 2, nextToken }));
    expect(again.rooms).toHaveLength(1);
    const europe = clientOf(service, { region: "eu-west-1" });
    const stranger = clientOf(service, { accessKeyId: "OTHER", secretAccessKey: "other-secret" });
    const elsewhere = [
      () => client.send(new sdk.ListRoomsCommand({ name: "lobby", nextToken })),
      () => client.send(new sdk.ListRoomsCommand({ messageReviewHandlerUri: uri, nextToken })),
      () => client.send(new sdk.ListLoggingConfigurationsCommand({ nextToken })),
      () => europe.send(new sdk.ListRoomsCommand({ nextToken })),
      () => stranger.send(new sdk.ListRoomsCommand({ nextToken })),
      () => client.send(new sdk.ListRoomsCommand({ nextToken: "made-up" })),
    ];
    for (const send of elsewhere)
      expect(await refusal(send())).toMatchObject({ name: "ValidationException", status: 400 });
  });
});

describe("the local IVS Chat", () => {
  test.each<[string, () => Promise<unknown>]>([
    [
      "CreateChatToken",
      () => clientOf(service).send(new sdk.CreateChatTokenCommand({ roomIdentifier: lobby, userId: "u" })),
    ],
    [
      "SendEvent",
      () => clientOf(service).send(new sdk.SendEventCommand({ roomIdentifier: lobby, eventName: "e" })),
    ],
    [
      "DisconnectUser",
      () => clientOf(service).send(new sdk.DisconnectUserCommand({ roomIdentifier: lobby, userId: "u" })),
    ],
    [
      "DeleteMessage",
      () =>
        clientOf(service).send(new sdk.DeleteMessageCommand({ roomIdentifier: lobby, id: "Message00001" })),
    ],
  ])("rejects %s with a NotImplementedException", async (operation, send) => {
    await start({ state: { rooms: [{ arn: lobby }] } });
    const { name, status, error } = await refusal(send());
    expect([name, status]).toEqual(["NotImplementedException", 501]);
    expect(error?.message).toContain(`does not serve ${operation}: it holds rooms`);
    expect(service.requests).toMatchObject([{ operation, status: 501 }]);
  });
});
