import { request as httpRequest } from "node:http";
import * as sdk from "@aws-sdk/client-ivschat";
import { startLocalIvsChat, type LocalIvsChat } from "../support/localIvsChat";
import { arn } from "../support/service";
import { clientOf, refusal, type ClientOptions } from "./client";

const lobby = arn("LobbyLobby12");
const europe = arn("EuropeEurope", "eu-west-1");
const stranger = arn("OthersOthers", "us-east-1", "210987654321");
const logging = (region: string, account = "123456789012") =>
  `arn:aws:ivschat:${region}:${account}:logging-configuration/ChatLogs0001`;

let service: LocalIvsChat;
const start = async (options: Parameters<typeof startLocalIvsChat>[0] = {}) => {
  service = await startLocalIvsChat({
    state: {
      rooms: [{ arn: lobby }, { arn: europe }, { arn: stranger }],
      loggingConfigurations: [{ arn: logging("us-east-1") }, { arn: logging("eu-west-1") }],
    },
    callers: {
      AKIDTEST: { account: "123456789012", secretAccessKey: "test-secret" },
      OTHER: { account: "210987654321", secretAccessKey: "other-secret" },
    },
    ...options,
  });
};
afterEach(() => service.close());
const send = (options: ClientOptions, command: unknown) =>
  clientOf(service, options).send(command as sdk.GetRoomCommand);
const other = { accessKeyId: "OTHER", secretAccessKey: "other-secret" };

// Only the room's ARN matters here. The SDK's types require the other members.
const commands: [string, (resource: string) => unknown][] = [
  ["GetRoom", (identifier) => new sdk.GetRoomCommand({ identifier })],
  ["UpdateRoom", (identifier) => new sdk.UpdateRoomCommand({ identifier, name: "new" })],
  ["DeleteRoom", (identifier) => new sdk.DeleteRoomCommand({ identifier })],
  ["ListTagsForResource", (resourceArn) => new sdk.ListTagsForResourceCommand({ resourceArn })],
  ["TagResource", (resourceArn) => new sdk.TagResourceCommand({ resourceArn, tags: { a: "b" } })],
  ["UntagResource", (resourceArn) => new sdk.UntagResourceCommand({ resourceArn, tagKeys: ["a"] })],
];

describe.each(commands)("%s", (operation, command) => {
  test("does not find a room of another region", async () => {
    await start();
    const before = service.rooms();
    expect(await refusal(send({}, command(europe)))).toMatchObject({
      name: "ResourceNotFoundException",
      status: 404,
      error: { resourceId: "EuropeEurope", resourceType: "ROOM" },
    });
    expect(service.rooms()).toEqual(before);
    await send({ region: "eu-west-1" }, command(europe));
    expect(service.requests).toMatchObject([
      { operation, status: 404, region: "us-east-1" },
      { operation, region: "eu-west-1" },
    ]);
  });

  test("is denied for another account's rooms, whether they exist or not", async () => {
    await start();
    const before = service.rooms();
    for (const resource of [stranger, arn("NoSuchRoom12", "us-east-1", "210987654321")]) {
      const { name, status, error } = await refusal(send({}, command(resource)));
      expect([name, status]).toEqual(["AccessDeniedException", 403]);
      expect(error?.message).toContain(
        `not authorized to perform: ivschat:${operation} on resource: ${resource}`,
      );
    }
    expect(service.rooms()).toEqual(before);
  });
});

describe("creating or updating a room", () => {
  test.each([logging("eu-west-1"), logging("us-east-1", "210987654321")])(
    "is rejected with the logging configuration of another region or account, %s",
    async (there) => {
      await start();
      const loggingConfigurationIdentifiers = [there];
      for (const command of [
        new sdk.CreateRoomCommand({ loggingConfigurationIdentifiers }),
        new sdk.UpdateRoomCommand({ identifier: lobby, loggingConfigurationIdentifiers }),
      ])
        expect(await refusal(send({}, command))).toMatchObject({
          name: "ResourceNotFoundException",
          error: { resourceId: "ChatLogs0001" },
        });
      expect(service.rooms()).toHaveLength(3);
    },
  );
});

describe("the quota of the local IVS Chat", () => {
  test("is separate for each account and region", async () => {
    await start({ quota: { seconds: () => 0 } });
    const ask = (options: ClientOptions, count: number) =>
      Promise.all(
        Array.from({ length: count }, () =>
          refusal(clientOf(service, options).send(new sdk.GetRoomCommand({ identifier: lobby }))),
        ),
      );
    const statuses = (all: Awaited<ReturnType<typeof ask>>) => all.map(({ status }) => status);
    expect(new Set(statuses(await ask(other, 10)))).toEqual(new Set([403]));
    expect(statuses(await ask({ region: "eu-west-1" }, 10))).toContain(429);
    expect(statuses(await ask({}, 5))).toEqual(Array.from({ length: 5 }, () => undefined));
  });
});

describe("the endpoint of the local IVS Chat", () => {
  test("for one region rejects requests that are signed for another region", async () => {
    await start({ region: "eu-west-1" });
    await clientOf(service, { region: "eu-west-1" }).send(new sdk.GetRoomCommand({ identifier: europe }));
    const { name, status, error } = await refusal(
      clientOf(service).send(new sdk.GetRoomCommand({ identifier: lobby })),
    );
    expect([name, status]).toEqual(["InvalidSignatureException", 403]);
    expect(error?.message).toBe("Credential should be scoped to a valid region, not 'us-east-1'.");
  });

  test("closes the connection if a request is for a region without Amazon IVS Chat", async () => {
    await start();
    const there = arn("NordicNordic", "eu-north-1");
    const asked = clientOf(service, { region: "eu-north-1" }).send(
      new sdk.GetRoomCommand({ identifier: there }),
    );
    const { status, error } = await refusal(asked);
    expect([status, error?.message]).toEqual([undefined, expect.stringContaining("socket hang up")]);
    expect(service.requests).toMatchObject([{ operation: "GetRoom", status: 0, region: "eu-north-1" }]);
  });

  const statusFor = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const options = { port: service.port, host: "127.0.0.1", path: "/GetRoom", method: "POST" };
      httpRequest({ ...options, headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end("{}");
    });

  test.each([
    "ivschat.us-east-1.amazonaws.com",
    "rebound.example:80",
    "127.0.0.1.example",
    "localhost.example",
  ])("rejects the Host header %j", async (host) => {
    await start();
    expect(await statusFor(host)).toBe(421);
  });

  test.each(["localhost", "127.0.0.1:4570", "127.1.2.3", "[::1]:4570", "LOCALHOST:80"])(
    "accepts the Host header %j",
    async (host) => {
      await start();
      expect(await statusFor(host)).toBe(403);
    },
  );
});
