import { networkInterfaces } from "node:os";
import * as sdk from "@aws-sdk/client-ivschat";
import { startLocalIvsChat, type LocalIvsChat } from "../support/localIvsChat";
import { arn } from "../support/service";
import { callers } from "../support/serviceEnvironment";
import { clientOf, refusal } from "./client";

let service: LocalIvsChat;
let client: sdk.IvschatClient;
const start = async (options: Parameters<typeof startLocalIvsChat>[0] = {}) => {
  service = await startLocalIvsChat(options);
  client = clientOf(service);
};
afterEach(async () => {
  client.destroy();
  await service.close();
});

const lobby = arn("LobbyLobby12");

describe("the rooms of the local IVS Chat", () => {
  test("are created with the service's defaults, read, updated and deleted", async () => {
    await start();
    const created = await client.send(new sdk.CreateRoomCommand({ name: "lobby", tags: { a: "" } }));
    expect(created).toMatchObject({
      name: "lobby",
      maximumMessageLength: 500,
      maximumMessageRatePerSecond: 10,
      tags: { a: "" },
    });
    const identifier = created.arn ?? "";
    expect(identifier).toMatch(/^arn:aws:ivschat:us-east-1:\d{12}:room\/[a-zA-Z0-9]{12}$/);
    const updated = await client.send(new sdk.UpdateRoomCommand({ identifier, maximumMessageLength: 100 }));
    expect(updated.updateTime?.getTime()).toBeGreaterThan(created.updateTime?.getTime() ?? Infinity);
    expect(await client.send(new sdk.GetRoomCommand({ identifier }))).toMatchObject({
      maximumMessageLength: 100,
      createTime: created.createTime,
      updateTime: updated.updateTime,
    });
    const deleted = await client.send(new sdk.DeleteRoomCommand({ identifier }));
    expect(deleted.$metadata.httpStatusCode).toBe(204);
    expect(await refusal(client.send(new sdk.GetRoomCommand({ identifier })))).toMatchObject({
      name: "ResourceNotFoundException",
      status: 404,
      error: { resourceId: created.id, resourceType: "ROOM" },
    });
  });

  test.each([
    ["a room ID", { identifier: "LobbyLobby12" }],
    ["a channel's ARN", { identifier: lobby.replace("room/", "channel/") }],
    ["a request without an identifier", {}],
  ])("cannot be read with %s, and the error names the field", async (_what, input) => {
    await start();
    const sent = client.send(new sdk.GetRoomCommand(input as sdk.GetRoomCommandInput));
    const { name, status, error } = await refusal(sent);
    expect([name, status, error?.reason]).toEqual(["ValidationException", 400, "FIELD_VALIDATION_FAILED"]);
    expect(error?.fieldList?.map(({ name: field }) => field)).toEqual(["identifier"]);
  });

  test.each([
    { maximumMessageLength: 501 },
    { maximumMessageRatePerSecond: 0 },
    { name: "no spaces" },
    { messageReviewHandler: { uri: "http://example.com" } },
    { tags: { key: "v".repeat(257) } },
  ])("cannot be created with %j", async (input) => {
    await start();
    expect(await refusal(client.send(new sdk.CreateRoomCommand(input)))).toMatchObject({ status: 400 });
  });

  test("are listed by update time, 50 per page, without their limits, and can be filtered by name", async () => {
    const rooms = Array.from({ length: 51 }, (_, index) => ({
      arn: arn(`Room${String(index).padStart(8, "0")}`),
      name: index === 7 ? "seven" : "other",
      updateTime: new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString(),
    }));
    await start({ state: { rooms } });
    const first = await client.send(new sdk.ListRoomsCommand({}));
    expect(first.rooms).toHaveLength(50);
    expect(first.rooms?.[0]?.arn).toBe(rooms[50]?.arn);
    expect(first.rooms?.[0]).not.toHaveProperty("maximumMessageLength");
    const second = await client.send(new sdk.ListRoomsCommand({ nextToken: first.nextToken }));
    expect(second.rooms?.map((room) => room.arn)).toEqual([rooms[0]?.arn]);
    expect(second.nextToken).toBeUndefined();
    const named = await client.send(new sdk.ListRoomsCommand({ name: "seven" }));
    expect(named.rooms?.map((room) => room.arn)).toEqual([rooms[7]?.arn]);
    const wrong = client.send(new sdk.ListRoomsCommand({ name: "seven", nextToken: first.nextToken }));
    expect(await refusal(wrong)).toMatchObject({ name: "ValidationException" });
  });

  test("belong to the caller's account and to the region of the request's signature", async () => {
    await start({
      state: {
        rooms: [
          { arn: lobby },
          { arn: arn("EuropeEurope", "eu-west-1") },
          { arn: arn("OthersOthers", "us-east-1", "210987654321") },
        ],
      },
      callers: { ...callers, OTHER: { account: "210987654321", secretAccessKey: "other-secret" } },
    });
    const idsOf = async (of: sdk.IvschatClient) =>
      (await of.send(new sdk.ListRoomsCommand({}))).rooms?.map(({ id }) => id);
    expect(await idsOf(client)).toEqual(["LobbyLobby12"]);
    expect(await idsOf(clientOf(service, { region: "eu-west-1" }))).toEqual(["EuropeEurope"]);
    expect(await idsOf(clientOf(service, { accessKeyId: "OTHER", secretAccessKey: "other-secret" }))).toEqual(
      ["OthersOthers"],
    );
  });
});

describe("the tags of the local IVS Chat", () => {
  test("can be listed, added and removed without changing the room's update time", async () => {
    await start({
      state: { rooms: [{ arn: lobby, tags: { a: "1", b: "2" }, updateTime: "2026-01-01T00:00:00.000Z" }] },
    });
    await client.send(new sdk.TagResourceCommand({ resourceArn: lobby, tags: { b: "3", c: "" } }));
    await client.send(new sdk.UntagResourceCommand({ resourceArn: lobby, tagKeys: ["a"] }));
    const { tags } = await client.send(new sdk.ListTagsForResourceCommand({ resourceArn: lobby }));
    expect(tags).toEqual({ b: "3", c: "" });
    const { updateTime } = await client.send(new sdk.GetRoomCommand({ identifier: lobby }));
    expect(updateTime).toEqual(new Date("2026-01-01T00:00:00.000Z"));
  });

  test("may have the keys __proto__ and constructor", async () => {
    // Sent without the SDK, which drops such keys, to a server that does not verify signatures.
    await start({ state: { rooms: [{ arn: lobby }] }, callers: {} });
    const body = `{"tags":{"__proto__":"x","constructor":"y"}}`;
    const date = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    const scope = `Credential=AKID/${date.slice(0, 8)}/us-east-1/ivschat/aws4_request`;
    const headers = {
      authorization: `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host, Signature=${"0".repeat(64)}`,
      "x-amz-date": date,
    };
    const url = `${service.endpoint}/tags/${encodeURIComponent(lobby)}`;
    const sent = await fetch(url, { method: "POST", body, headers });
    expect(sent.status).toBe(200);
    const told = await fetch(url, { headers });
    expect(await told.text()).toBe(body);
  });
});

describe("the logging configurations of the local IVS Chat", () => {
  test("can be created, listed and updated, and can be deleted once no room uses them", async () => {
    await start();
    const created = await client.send(
      new sdk.CreateLoggingConfigurationCommand({
        name: "logs",
        destinationConfiguration: { s3: { bucketName: "chat-logs" } },
      }),
    );
    const identifier = created.arn ?? "";
    const room = await client.send(
      new sdk.CreateRoomCommand({ loggingConfigurationIdentifiers: [identifier] }),
    );
    expect(await client.send(new sdk.GetLoggingConfigurationCommand({ identifier }))).toMatchObject({
      name: "logs",
      state: "ACTIVE",
      destinationConfiguration: { s3: { bucketName: "chat-logs" } },
    });
    const { loggingConfigurations } = await client.send(new sdk.ListLoggingConfigurationsCommand({}));
    expect(loggingConfigurations?.map(({ arn: listed }) => listed)).toEqual([identifier]);
    await client.send(new sdk.UpdateLoggingConfigurationCommand({ identifier, name: "renamed" }));
    expect(await client.send(new sdk.GetLoggingConfigurationCommand({ identifier }))).toMatchObject({
      name: "renamed",
    });
    const used = client.send(new sdk.DeleteLoggingConfigurationCommand({ identifier }));
    expect(await refusal(used)).toMatchObject({ name: "ConflictException", status: 409 });
    await client.send(new sdk.DeleteRoomCommand({ identifier: room.arn }));
    const deleted = await client.send(new sdk.DeleteLoggingConfigurationCommand({ identifier }));
    expect(deleted.$metadata.httpStatusCode).toBe(204);
  });

  test("are limited to ten, and are rejected if their destination is invalid", async () => {
    await start();
    const create = (destinationConfiguration: object) =>
      client.send(
        new sdk.CreateLoggingConfigurationCommand({
          destinationConfiguration: destinationConfiguration as sdk.DestinationConfiguration,
        }),
      );
    for (let count = 0; count < 10; count++) await create({ firehose: { deliveryStreamName: `s${count}` } });
    expect(await refusal(create({ firehose: { deliveryStreamName: "s" } }))).toMatchObject({
      name: "ServiceQuotaExceededException",
      status: 402,
      error: { limit: 10 },
    });
    expect(await refusal(create({ s3: { bucketName: "UPPER" } }))).toMatchObject({ status: 400 });
  });
});

describe("the local IVS Chat", () => {
  test("rejects an action that is denied to the caller, with an error that names the action", async () => {
    await start({ state: { rooms: [{ arn: lobby }] } });
    service.setDenied("AKIDTEST", ["ivschat:GetRoom"]);
    const { name, status, error } = await refusal(client.send(new sdk.GetRoomCommand({ identifier: lobby })));
    expect([name, status]).toEqual(["AccessDeniedException", 403]);
    expect(error?.message).toContain(`not authorized to perform: ivschat:GetRoom on resource: ${lobby}`);
  });

  test("throttles requests beyond the quota of an operation, and not those of other operations", async () => {
    await start({ state: { rooms: [{ arn: lobby }] }, quota: { seconds: () => 0 } });
    const all = await Promise.all(
      Array.from({ length: 8 }, () => refusal(client.send(new sdk.GetRoomCommand({ identifier: lobby })))),
    );
    expect(all.filter(({ status }) => status === 429).map(({ name }) => name)).toEqual(
      Array.from({ length: 3 }, () => "ThrottlingException"),
    );
    expect((await client.send(new sdk.ListRoomsCommand({}))).rooms).toHaveLength(1);
  });

  test("rejects requests without a signature, and requests with a body larger than 1 MB", async () => {
    await start();
    const body = JSON.stringify({ identifier: lobby });
    const unsigned = await fetch(`${service.endpoint}/GetRoom`, { method: "POST", body });
    expect([unsigned.status, unsigned.headers.get("x-amzn-errortype")]).toEqual([
      403,
      "MissingAuthenticationTokenException",
    ]);
    const huge = await fetch(`${service.endpoint}/GetRoom`, {
      method: "POST",
      body: "x".repeat(1024 * 1024 + 1),
    });
    expect(huge.status).toBe(413);
  });

  test("listens on the loopback interface only", async () => {
    await start();
    expect(new URL(service.endpoint).hostname).toBe("127.0.0.1");
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((address) => address?.family === "IPv4" && !address.internal)
      .map((address) => address?.address ?? "");
    for (const address of others) {
      const answer = fetch(`http://${address}:${service.port}/GetRoom`, { method: "POST" });
      await expect(answer).rejects.toThrow();
    }
  });
});
