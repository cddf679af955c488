import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readStateFile } from "../support/localIvsChat/stateFile";

const folder = mkdtempSync(join(tmpdir(), "ivschat-state-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = join(folder, "rooms.json");
const read = (content: unknown) => {
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return readStateFile(file);
};
const room = (members: object) => ({ rooms: [{ name: "good" }, members] });

describe("a state file", () => {
  test("that is valid is read unchanged", () => {
    const state = {
      callers: { AKID: { account: "123456789012", secretAccessKey: "s", deny: ["ivschat:GetRoom"] } },
      rooms: [{ region: "eu-west-1", tags: { a: "" }, messageReviewHandler: { uri: "" } }],
      loggingConfigurations: [{ name: "logs", state: "UPDATING" }],
    };
    expect(read(state)).toEqual(state);
  });

  test.each<[object, string]>([
    [room({ maximumMessageLength: 501 }), "rooms[1].maximumMessageLength 501 must be <= 500"],
    [room({ maximumMessageLength: "9" }), 'rooms[1].maximumMessageLength "9" must be integer'],
    [room({ maximumMessageRatePerSecond: 0 }), "rooms[1].maximumMessageRatePerSecond 0 must be >= 1"],
    [room({ name: "no spaces" }), 'rooms[1].name "no spaces" must match pattern'],
    [room({ arn: "LobbyLobby12" }), 'rooms[1].arn "LobbyLobby12" must match'],
    [
      room({ arn: "arn:aws:ivschat:eu-north-1:123456789012:room/LobbyLobby12" }),
      'eu-north-1:123456789012:room/LobbyLobby12" must match format "ARN in a region of the service"',
    ],
    [
      room({ region: "eu-north-1" }),
      'rooms[1].region "eu-north-1" must be equal to one of the allowed values: us-',
    ],
    [room({ account: "mine" }), 'rooms[1].account "mine" must match pattern'],
    [room({ updateTime: "yesterday" }), 'rooms[1].updateTime "yesterday" must match format "ISO 8601 time"'],
    [room({ createTime: "2026-13-01T00:00:00Z" }), "rooms[1].createTime"],
    [room({ tags: { team: 5 } }), "rooms[1].tags.team 5 must be string"],
    [room({ tags: { team: "v".repeat(257) } }), "must NOT have more than 256 characters"],
    [
      room({ messageReviewHandler: { uri: "http://x" } }),
      'rooms[1].messageReviewHandler.uri "http://x" must match',
    ],
    [
      room({ messageReviewHandler: { fallback: "DENY" } }),
      "rooms[1].messageReviewHandler.fallback is not a member",
    ],
    [
      room({ loggingConfigurationIdentifiers: ["logs"] }),
      'rooms[1].loggingConfigurationIdentifiers[0] "logs"',
    ],
    [room({ bogus: 1 }), "rooms[1].bogus is not a member"],
    [
      { loggingConfigurations: [{ state: "IDLE" }] },
      'loggingConfigurations[0].state "IDLE" must be equal to one of',
    ],
    [{ callers: { AKID: {} } }, "callers.AKID must have required property 'account'"],
    [{ callers: { AKID: { account: "1", secretAccessKey: "" } } }, "callers.AKID.secretAccessKey"],
    [{ bogus: [] }, "bogus is not a member"],
    [[], "the whole must be object"],
  ])("with %j is rejected with an error that names the member", (content, message) => {
    expect(() => read(content)).toThrow(`cannot use the rooms in ${file}: `);
    expect(() => read(content)).toThrow(message);
  });

  test("that is missing or is not JSON is rejected with an error that names the file", () => {
    expect(() => read("{")).toThrow(`cannot read the rooms in ${file}: `);
    expect(() => readStateFile("/no/such/file")).toThrow("cannot read the rooms in /no/such/file: ENOENT");
  });
});
