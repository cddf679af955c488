import { oneLine, printed } from "../../src/room/text";
import { withoutArns, withoutSecrets } from "../../src/room/withoutSecrets";

describe("oneLine", () => {
  test.each([
    ["", ""],
    [" a  b\n\tc ", "a b c"],
    ["a\u0000\u009b2J\u202e\u2066\u200bb", "a 2J b"],
    ["a\ud800b", "a b"],
    ["\u{1f600}", "\u{1f600}"],
  ])("turns %j into %j", (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  test.each([
    ["x".repeat(500), 500, "x".repeat(500)],
    ["x".repeat(501), 500, `${"x".repeat(500)}…`],
    ["abcdef", 3, "abc…"],
    ["ab\u{1f600}cd", 3, "ab…"],
    [`${" ".repeat(7)}abc${" ".repeat(10)}late`, 3, "abc"],
    [`${" ".repeat(12)}late`, 3, ""],
  ])("turns %j, with a limit of %i characters, into %j", (text, most, line) => {
    expect(oneLine(text, most)).toBe(line);
  });

  test("has a limit of 500 characters by default", () => {
    expect(oneLine("x".repeat(501))).toHaveLength(501);
  });
});

describe("printed", () => {
  test.each<[unknown, string]>([
    [undefined, "undefined"],
    [null, "null"],
    [5, "5"],
    ["a\nb", '"a\\nb"'],
    ["\u0085\u009b\u202e\u2028\u2029", '"\\u0085\\u009b\\u202e\\u2028\\u2029"'],
    ["\u{e0001}", '"\\udb40\\udc01"'],
    [{ a: ["b"] }, '{"a":["b"]}'],
    ["x".repeat(198), `"${"x".repeat(198)}"`],
    ["x".repeat(199), `"${"x".repeat(199)}…`],
    [{ toJSON: () => undefined }, "[object Object]"],
  ])("shows %p as %s", (value, text) => {
    expect(printed(value)).toBe(text);
  });

  test("shows the source of a function", () => {
    expect(printed(Math.max)).toBe(String(Math.max));
  });
});

describe("a redacted message", () => {
  test.each([
    ["the longest secret first", ["lobby", "lobbyist"], "lobbyist of lobby", "[secret] of [secret]"],
    ["a secret of four letters anywhere", ["four"], 'fourfold "four"', "[secret]fold [secret]"],
    ["a secret of three letters only in quotes", ["six"], 'sixty "six"', "sixty [secret]"],
    [
      "the keys and values of a secret object",
      [{ key1: "value1" }],
      "key1 is value1",
      "[secret] is [secret]",
    ],
    [
      "nested secret keys and values",
      [[{ outer: { inner: "deep" } }]],
      "deep inner outer",
      "[secret] [secret] [secret]",
    ],
    [
      "no number, null or empty string",
      [5, null, undefined, ""],
      '5 null undefined ""',
      '5 null undefined ""',
    ],
    ["a secret that is escaped as in JSON", ["a\nbcd"], "a\\nbcd", "[secret]"],
  ])("hides %s", (_, secrets, message, shown) => {
    expect(withoutSecrets(message, secrets)).toBe(shown);
  });

  test.each([
    "arn:aws:ivschat:us-east-1:123456789012:room/AbC-123",
    "arn:aws-cn:ivschat:::logging-configuration/a",
  ])("hides the ARN %s", (arn) => {
    expect(withoutArns(`(${arn}), ${arn}.`)).toBe("([secret]), [secret].");
    expect(withoutArns(`x${arn}`)).toBe(`x${arn}`);
  });

  test("keeps the ARNs of other services", () => {
    expect(withoutArns("arn:aws:iam::123456789012:role/a")).toBe("arn:aws:iam::123456789012:role/a");
  });
});
