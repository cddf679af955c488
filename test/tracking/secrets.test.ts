import { hiddenId } from "../../src/tracking/secrets";
import { withoutArns, withoutSecrets } from "../../src/room/withoutSecrets";
import { printed } from "../../src/room/text";
import { arn } from "../support/service";

const lobby = arn("LobbyLobby12");

describe("a message without secrets", () => {
  test.each<[string, unknown]>([
    ["a text", "whispers"],
    ["a text that is quoted", 'whispers "and" more'],
    ["a text that is cut", "w".repeat(300)],
    ["an object", { team: "whispers", "a key": "v" }],
    ["an object that is cut", { team: "w".repeat(300) }],
    ["a short text", "wh"],
  ])("does not contain %s", (_, secret) => {
    const message = withoutSecrets(`name ${printed(secret)} must be a string`, [secret]);
    expect(message).toBe("name [secret] must be a string");
  });

  test("keeps everything else", () => {
    expect(withoutSecrets("access denied to a room", ["a", "", undefined])).toBe("access denied to a room");
  });

  test("does not contain the ARN of a room, anywhere", () => {
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
