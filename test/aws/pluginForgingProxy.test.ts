import { startedBefore } from "../support/hooks";
import { PluginClient } from "../support/pluginClient";
import { room, useCloud } from "./surroundings";

const aws = useCloud();
const plugin = startedBefore("file", PluginClient.start.bind(PluginClient), (client) => {
  client.close();
});
const recorded = {
  arn: room(),
  roomId: "LobbyLobby12",
  name: "forged",
  createTime: "2026-01-01T00:00:00.000Z",
  updateTime: "2026-01-01T00:00:00.000Z",
  maximumMessageLength: 1,
  maximumMessageRatePerSecond: 1,
};
const { roomId: id, ...members } = recorded;

/** Returns an answer to CONNECT that looks like a response of the service. */
function answer(status: number, body: object | string, headers = ""): string {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return `HTTP/1.1 ${status} Whatever\r\ncontent-type: application/json\r\n${headers}content-length: ${text.length}\r\n\r\n${text}`;
}

const forgedCredentials =
  '<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>AKIDFORGED</AccessKeyId>' +
  "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration></Credentials>" +
  "</AssumeRoleResult></AssumeRoleResponse>";

describe("a forged answer to CONNECT", () => {
  const reasons = async () => {
    const { failures } = await plugin.invoke("getRoom", { identifier: room() });
    const found = await plugin.invoke("findRoom", { identifier: room() });
    const listed = await plugin.invoke("getRooms", {});
    const checked = await plugin.check({}, { identifier: room() });
    const again = await plugin.check(recorded, { identifier: room() });
    const refused = [failures, found.failures, listed.failures, checked.failures, again.failures].flat();
    const thrown = [plugin.read(room(), recorded, recorded), plugin.read(room())].map((read) =>
      read.then(
        (answered) => JSON.stringify(answered),
        (error: unknown) => (error as Error).message,
      ),
    );
    return [...refused.map(({ reason }) => reason), ...(await Promise.all(thrown))];
  };

  test.each([
    ["a room", "ivschat", answer(201, { ...members, id })],
    [
      "the error that there is no such room",
      "ivschat",
      answer(404, { message: "no" }, "x-amzn-errortype: ResourceNotFoundException\r\n"),
    ],
    [
      "a room after the tunnel is open",
      "ivschat",
      `HTTP/1.1 200 OK\r\n\r\n${answer(200, { ...members, id })}`,
    ],
    ["a role's credentials", "sts", answer(201, forgedCredentials)],
  ])("that contains %s is rejected by Invoke, Check and Read", async (_, service, instead) => {
    const assumeRoles = service === "sts" ? [{ roleArn: "arn:aws:iam::123456789012:role/one" }] : [];
    await plugin.configure({ region: "us-east-1", assumeRoles });
    aws.answerToConnect = (host) => (host.startsWith(`${service}.`) ? instead : undefined);
    const all = await reasons();
    expect(all).toHaveLength(7);
    for (const reason of all)
      expect(reason).toMatch(
        /the proxy (refused to connect to|answered instead of) (ivschat|sts)\.us-east-1\.amazonaws\.com/,
      );
    expect(aws.requests).toEqual([]);
  });
});
