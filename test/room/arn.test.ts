import fc from "fast-check";
import { explainInvalidArn, parseArn } from "../../src/room/arn";
import { accountId, region, roomArn } from "./arbitraries";
import { printed } from "../../src/room/text";

describe("parseArn", () => {
  test("returns the parts of an ARN", () => {
    fc.assert(
      fc.property(region, accountId, fc.stringMatching(/^[a-zA-Z0-9-]{1,40}$/), (where, account, id) => {
        const text = `arn:aws:ivschat:${where}:${account}:room/${id}`;
        expect(parseArn(text, "room")).toEqual({ text, region: where, accountId: account, id });
      }),
    );
  });

  test("accepts an account ID of eleven digits, as in the service's own samples", () => {
    expect(parseArn("arn:aws:ivschat:us-west-2:12345678901:room/AbCdEfGhIjKl", "room")?.accountId).toBe(
      "12345678901",
    );
  });

  test("rejects values that the service's model rejects", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          roomArn.map((arn) => arn.slice(1)),
          fc.anything(),
        ),
        (value) => {
          fc.pre(
            typeof value !== "string" ||
              !/^arn:aws:ivschat:[a-z0-9-]+:[0-9]+:room\/[a-zA-Z0-9-]+$/.test(value),
          );
          expect(parseArn(value, "room")).toBeUndefined();
        },
      ),
    );
  });

  test.each([
    ["", "an empty string"],
    ["N2K89H7Hd70b", "only the last part of an ARN"],
    [
      "arn:aws:ivschat:us-east-1:123456789012:logging-configuration/AbCdEfGhIjKl",
      "another kind: logging-configuration",
    ],
    ["arn:aws:ivschat:us-east-1:123456789012:channel/AbCdEfGhIjKl", "another kind: channel"],
    ["arn:aws:ivs:us-east-1:123456789012:room/AbCdEfGhIjKl", "must be the ARN of a room"],
    [`arn:aws:ivschat:us-east-1:123456789012:room/${"a".repeat(128)}`, "longer than 128 characters"],
    ["arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl\n", "must be the ARN of a room"],
    [42, "not 42"],
    [null, "not null"],
    [undefined, "not undefined"],
    [{ arn: "x" }, 'not {"arn":"x"}'],
  ])("rejects %j, and explainInvalidArn says why", (value, reason) => {
    expect(parseArn(value, "room")).toBeUndefined();
    const explanation = explainInvalidArn(value, "room");
    expect(explanation).toContain(reason);
    expect(explanation).toContain("arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl");
  });
});

test.each([
  ["arn:aws:ivschat:us-east-1:123456789012:channel/a", " (an ARN of another kind: channel)"],
  [`arn:aws:ivschat:us-east-1:123456789012:room/${"a".repeat(85)}`, " (longer than 128 characters)"],
  ["a".repeat(12), " (only the last part of an ARN; pass the whole ARN)"],
  ["a".repeat(11), '"aaaaaaaaaaa"'],
  ["a".repeat(13), '"aaaaaaaaaaaaa"'],
  ["-".repeat(12), '"------------"'],
  ["", '"" (an empty string)'],
])("explainInvalidArn ends its explanation of %j with %j", (value, end) => {
  expect(parseArn(value, "room")).toBeUndefined();
  expect(explainInvalidArn(value, "room").endsWith(end)).toBe(true);
});

test("parseArn accepts an ARN of 128 characters", () => {
  const longest = `arn:aws:ivschat:us-east-1:123456789012:room/${"a".repeat(84)}`;
  expect([longest.length, parseArn(longest, "room")?.id]).toEqual([128, "a".repeat(84)]);
});

describe("parseArn for a logging configuration", () => {
  test("accepts the ARN of a logging configuration, and rejects the ARN of a room", () => {
    const arn = "arn:aws:ivschat:us-east-1:123456789012:logging-configuration/AbCdEfGhIjKl";
    expect(parseArn(arn, "logging-configuration")?.region).toBe("us-east-1");
    const room = arn.replace("logging-configuration", "room");
    expect(parseArn(room, "logging-configuration")).toBeUndefined();
    expect(explainInvalidArn(room, "logging-configuration")).toBe(
      `must be the ARN of a logging configuration, like ${arn}, not "${room}" (an ARN of another kind: room)`,
    );
  });
});

describe("printed", () => {
  test.each([
    ["text", '"text"'],
    [10n, "10n"],
    [Symbol("s"), "Symbol(s)"],
    ["x".repeat(500), `"${"x".repeat(199)}…`],
  ])("shows %p as %s", (value, shown) => {
    expect(printed(value)).toBe(shown);
  });

  test("shows an object that cannot be converted to JSON as [object Object]", () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(printed(loop)).toBe("[object Object]");
  });
});
