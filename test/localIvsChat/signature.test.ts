import * as sdk from "@aws-sdk/client-ivschat";
import { startLocalIvsChat, type LocalIvsChat } from "../support/localIvsChat";
import { arn } from "../support/service";
import { altered, clientOf, refusal, type ClientOptions, type HttpRequest } from "./client";

const lobby = arn("LobbyLobby12");
const getRoom = new sdk.GetRoomCommand({ identifier: lobby });

let service: LocalIvsChat;
afterEach(() => service.close());

describe("a local IVS Chat with callers", () => {
  beforeEach(async () => {
    service = await startLocalIvsChat({
      state: { rooms: [{ arn: lobby, name: "lobby" }] },
      callers: {
        AKIDTEST: { account: "123456789012", secretAccessKey: "test-secret" },
        ASIATEST: { account: "123456789012", secretAccessKey: "passing", sessionToken: "token" },
      },
    });
  });

  test.each([
    {},
    { region: "us-east-1" },
    { accessKeyId: "ASIATEST", secretAccessKey: "passing", sessionToken: "token" },
    { systemClockOffset: 4 * 60_000 },
    { systemClockOffset: -4 * 60_000 },
  ])("accepts requests that are signed with the options %j", async (options: ClientOptions) => {
    expect(await clientOf(service, options).send(getRoom)).toMatchObject({ name: "lobby" });
  });

  test("accepts signed paths and queries with any characters", async () => {
    const client = clientOf(service);
    const key = "a b+c/d=é%&*'()";
    await client.send(new sdk.TagResourceCommand({ resourceArn: lobby, tags: { [key]: "x", other: "y" } }));
    await client.send(new sdk.UntagResourceCommand({ resourceArn: lobby, tagKeys: [key, "none"] }));
    const { tags } = await client.send(new sdk.ListTagsForResourceCommand({ resourceArn: lobby }));
    expect(tags).toEqual({ other: "y" });
  });

  test.each([
    [{ secretAccessKey: "wrong" }, "InvalidSignatureException"],
    [{ accessKeyId: "AKIDNOBODY" }, "UnrecognizedClientException"],
    [{ sessionToken: "token" }, "UnrecognizedClientException"],
    [{ accessKeyId: "ASIATEST", secretAccessKey: "passing" }, "UnrecognizedClientException"],
    [
      { accessKeyId: "ASIATEST", secretAccessKey: "passing", sessionToken: "other" },
      "UnrecognizedClientException",
    ],
    [{ systemClockOffset: 6 * 60_000 }, "InvalidSignatureException"],
    [{ systemClockOffset: -6 * 60_000 }, "InvalidSignatureException"],
  ])("rejects requests that are signed with the options %j with %s", async (options: ClientOptions, name) => {
    expect(await refusal(clientOf(service, options).send(getRoom))).toMatchObject({ name, status: 403 });
    expect(service.requests).toMatchObject([{ operation: "GetRoom", status: 403 }]);
  });

  const inHeader = (from: RegExp, to: string) => (request: HttpRequest) => {
    request.headers.authorization = (request.headers.authorization ?? "").replace(from, to);
  };
  test.each<[string, (request: HttpRequest) => void, string]>([
    [
      "the body changes",
      (request) => (request.body = request.body.replace("Lobby", "Robby")),
      "InvalidSignature",
    ],
    ["the path changes", (request) => (request.path = "/DeleteRoom"), "InvalidSignature"],
    ["the query changes", (request) => (request.query = { a: "b" }), "InvalidSignature"],
    [
      "the content type changes",
      (request) => (request.headers["content-type"] = "text/x"),
      "InvalidSignature",
    ],
    ["the region changes", inHeader(/us-east-1/, "eu-west-1"), "InvalidSignature"],
    ["the service changes", inHeader(/ivschat/, "ivs"), "InvalidSignature"],
    ["the day changes", inHeader(/\/\d{8}\//, "/20260101/"), "InvalidSignature"],
    ["the list of signed headers changes", inHeader(/content-type;/, ""), "InvalidSignature"],
    [
      "the signature itself is removed from the header",
      inHeader(/, Signature=.*/, ""),
      "IncompleteSignature",
    ],
    ["the date header is removed", ({ headers }) => delete headers["x-amz-date"], "IncompleteSignature"],
    ["the host is removed from the signed headers", inHeader(/;host/, ""), "IncompleteSignature"],
    ["the scheme changes", ({ headers }) => (headers.authorization = "Bearer x"), "IncompleteSignature"],
    [
      "the authorization header is removed",
      ({ headers }) => delete headers.authorization,
      "MissingAuthentication",
    ],
  ])("rejects a request if %s after the request was signed", async (_what, change, name) => {
    const client = altered(clientOf(service), "after", change);
    const refused = await refusal(client.send(getRoom));
    expect(refused).toMatchObject({ name: expect.stringMatching(`^${name}`) as string, status: 403 });
    expect(service.room(lobby)).toBeDefined();
  });

  test("verifies the signature before validating the request", async () => {
    const client = clientOf(service, { secretAccessKey: "wrong" });
    const refused = await refusal(client.send(new sdk.GetRoomCommand({ identifier: "odd" })));
    expect(refused.name).toBe("InvalidSignatureException");
  });

  test("accepts a caller that is added after the start, and rejects an action that is later denied to the caller", async () => {
    const options = { accessKeyId: "AKIDNEW", secretAccessKey: "new" };
    service.setCaller("AKIDNEW", { account: "123456789012", secretAccessKey: "new" });
    await clientOf(service, options).send(getRoom);
    service.setDenied("AKIDNEW", ["ivschat:GetRoom"]);
    const refused = await refusal(clientOf(service, options).send(getRoom));
    expect(refused).toMatchObject({ name: "AccessDeniedException", status: 403 });
  });
});

describe("a local IVS Chat without secret keys", () => {
  beforeEach(async () => {
    service = await startLocalIvsChat({ state: { rooms: [{ arn: lobby, name: "lobby" }] }, callers: {} });
  });

  test("accepts every well-formed signature", async () => {
    const client = clientOf(service, { accessKeyId: "ANY", secretAccessKey: "any", sessionToken: "any" });
    expect(await client.send(getRoom)).toMatchObject({ name: "lobby" });
  });

  test.each<[string, (request: HttpRequest) => void, string]>([
    ["no signature", ({ headers }) => delete headers.authorization, "MissingAuthenticationTokenException"],
    ["another scheme", ({ headers }) => (headers.authorization = "Bearer x"), "IncompleteSignatureException"],
    ["no date", ({ headers }) => delete headers["x-amz-date"], "IncompleteSignatureException"],
  ])("rejects a request with %s", async (_what, change, name) => {
    const client = altered(clientOf(service), "after", change);
    expect(await refusal(client.send(getRoom))).toMatchObject({ name, status: 403 });
  });
});
