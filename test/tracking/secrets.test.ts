import { hiddenId } from "../../src/tracking/secrets";
import { withoutArns, withoutSecrets } from "../../src/room/withoutSecrets";
import { printed } from "../../src/room/text";
import { arn } from "../support/service";

const lobby = arn("LobbyLobby12");

describe("a redacted error message", () => {
  test.each<[string, unknown]>([
    ["a string", "whispers"],
    ["a string with quotes", 'whispers "and" more'],
    ["a shortened string", "w".repeat(300)],
    ["an object", { team: "whispers", "a key": "v" }],
    ["a shortened object", { team: "w".repeat(300) }],
    ["a string of two letters", "wh"],
  ])("does not contain the secret if the secret is %s", (_, secret) => {
    const message = withoutSecrets(`name ${printed(secret)} must be a string`, [secret]);
    expect(message).toBe("name [secret] must be a string");
  });

  test("keeps all text that is not secret", () => {
    expect(withoutSecrets("access denied to a room", ["a", "", undefined])).toBe("access denied to a room");
  });

  test("does not contain a room's ARN at any position", () => {
    expect(withoutArns(`rooms ${lobby}, ${lobby}: one of (${lobby})`)).toBe(
      "rooms [secret], [secret]: one of ([secret])",
    );
  });
});

test("the ID of a secret room is stable and reveals nothing about the room", () => {
  expect(hiddenId(lobby)).toBe(hiddenId(lobby));
  expect(hiddenId(lobby)).not.toBe(hiddenId(arn("OtherOther12")));
  expect(hiddenId(lobby)).toMatch(/^secret-[0-9a-f]{32}$/);
});
