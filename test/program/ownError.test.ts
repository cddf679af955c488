import { inspect } from "node:util";
import { AmbiguousRoomError, getRoom, RoomNotFoundError, RoomReadError } from "../../src";
import { ownError } from "../../src/program/ownError";
import { arn, useLocalIvsChat } from "../support/service";

useLocalIvsChat({}, "file");

const cause = new Error("of the SDK");
const details = { code: "AmbiguousRoom", region: "us-east-1", requestId: "r", argument: "name", cause };

describe("the copy of an error that a caller receives", () => {
  test("has the class and all members of the original error, and a stack of one line", () => {
    const failure = new AmbiguousRoomError("two rooms", { ...details, arns: ["a", "b"] });
    const own = ownError(failure);
    expect(own).not.toBe(failure);
    expect(own).toBeInstanceOf(AmbiguousRoomError);
    expect(own).toMatchObject({ ...details, name: "AmbiguousRoomError", arns: ["a", "b"] });
    expect(own.cause).toBe(cause);
    expect(own.stack).toBe("AmbiguousRoomError: two rooms");
    expect(String(own)).toBe("AmbiguousRoomError: two rooms");
  });

  test("is printed with the SDK's error, including the stack, as its cause", () => {
    const shown = inspect(ownError(new RoomReadError("no", { code: "X", cause })));
    expect(shown).toMatch(/^\[RoomReadError: no\] \{/);
    expect(shown).toMatch(/\[cause\]: Error: of the SDK\n +at /);
  });

  test("keeps text that a program adds to the message, but not text that Pulumi adds for each use", () => {
    const own = ownError(new RoomReadError("no", { code: "X" }));
    own.message = `error serializing property "a": ${own.message}`;
    own.message = `error serializing property "b": ${own.message}`;
    expect(own.message).toBe("no");
    own.message = `for the lobby: ${own.message}`;
    expect(own.message).toBe("for the lobby: no");
    expect(own.stack).toBe("RoomReadError: for the lobby: no");
  });

  test("is the original if the error is not a RoomReadError", () => {
    expect(ownError(cause)).toBe(cause);
  });

  test("is a separate object for each call that shares a read", async () => {
    const identifier = arn("NoSuchRoom12");
    const errors = await Promise.all(
      [1, 2].map(() => getRoom({ identifier }).catch((error: unknown) => error)),
    );
    expect(errors[0]).toBeInstanceOf(RoomNotFoundError);
    expect(errors[1]).toBeInstanceOf(RoomNotFoundError);
    expect(errors[0]).not.toBe(errors[1]);
  });
});
