import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { roomFromAnswer, summaryFromAnswer } from "../../src/room/fromAnswer";
import { roomMembers } from "../../src/room/room";
import { roomAnswer } from "./arbitraries";
import { MalformedAnswer } from "../../src/room/answer";

const answer = {
  arn: "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl",
  id: "AbCdEfGhIjKl",
  createTime: "2026-01-01T00:00:00Z",
  updateTime: "2026-01-02T03:04:05.678Z",
  maximumMessageLength: 500,
  maximumMessageRatePerSecond: 10,
};

describe("roomFromAnswer", () => {
  test("returns all members of any valid response, and JSON serialization does not change the result", () => {
    fc.assert(
      fc.property(roomAnswer, (given) => {
        const room = roomFromAnswer(given);
        expect(Object.keys(room)).toEqual(roomMembers);
        expect(Object.values(room).every((value) => value !== undefined && value !== null)).toBe(true);
        expect(isDeepStrictEqual(JSON.parse(JSON.stringify(room)), room)).toBe(true);
        for (const [key, value] of Object.entries(given.tags ?? {})) {
          expect(
            Object.hasOwn(room.tags, key) &&
              Object.entries(room.tags).some(([k, v]) => k === key && v === value),
          ).toBe(true);
        }
      }),
    );
  });

  test("returns results that the engine's protobuf encoding does not change", () => {
    fc.assert(
      fc.property(roomAnswer, (given) => {
        const room = roomFromAnswer(given);
        // The decoder assigns keys to an object, which loses `__proto__`.
        fc.pre(!Object.hasOwn(room.tags, "__proto__"));
        const encoded = Struct.fromJavaScript(JSON.parse(JSON.stringify(room)) as never);
        expect(encoded.toJavaScript()).toEqual(room);
      }),
    );
  });

  test("returns an equal room if its own result is the input", () => {
    fc.assert(
      fc.property(roomAnswer, (given) => {
        const room = roomFromAnswer(given);
        expect(isDeepStrictEqual(roomFromAnswer(JSON.parse(JSON.stringify(room))), room)).toBe(true);
      }),
    );
  });

  test("throws an error that contains the name of a missing or invalid member", () => {
    const wrong: Record<string, fc.Arbitrary<unknown>> = {
      arn: fc.oneof(fc.constantFrom(undefined, null, "", 5, "AbCdEfGhIjKl"), fc.integer()),
      id: fc.constantFrom(undefined, null, "", 12, "../../etc/passwd", "AbCdEfGhIjKl"),
      name: fc.constantFrom(5, {}, false, []),
      createTime: fc.constantFrom(
        undefined,
        null,
        1700000000,
        "Tue, 29 Apr 2014 18:30:38 GMT",
        "yesterday",
        "2026-01-01T00:00:00",
      ),
      updateTime: fc.constantFrom(undefined, null, 1700000000.5, "2026-13-01T00:00:00Z", "", "2026-01-01"),
      maximumMessageLength: fc.constantFrom(undefined, null, "500", 10.5, 0, -1, Number.NaN, 2 ** 60),
      maximumMessageRatePerSecond: fc.constantFrom(undefined, null, "10", 0.5, 0, -5, Infinity),
      messageReviewHandler: fc.constantFrom("none", [], 5, { uri: 5 }, { fallbackResult: "PERHAPS" }),
      tags: fc.constantFrom("a=b", [], { a: 5 }, { a: null }, { a: {} }),
      loggingConfigurationIdentifiers: fc.constantFrom("arn", {}, [5], [""], [null]),
    };
    const member = fc.constantFrom(...roomMembers);
    const faulty = fc.tuple(roomAnswer, member).chain(([given, name]) =>
      (wrong[name] ?? fc.constant(undefined)).map((value) => ({
        given: { ...given, [name]: value },
        name,
        value,
      })),
    );
    fc.assert(
      fc.property(faulty, ({ given, name }) => {
        let caught: unknown;
        try {
          roomFromAnswer(given);
        } catch (error) {
          caught = error;
        }
        expect(caught).toBeInstanceOf(MalformedAnswer);
        expect((caught as MalformedAnswer).message).toContain(name);
      }),
    );
  });

  test.each<[unknown, string]>([
    [null, "the answer is null; expected an object"],
    [[], "the answer is []; expected an object"],
    ["room", 'the answer is "room"; expected an object'],
    [{ ...answer, arn: undefined }, "arn is missing; expected a room's ARN"],
    [{ ...answer, id: "Other" }, 'id is "Other"; expected AbCdEfGhIjKl, the last part of the ARN'],
    [{ ...answer, name: 5 }, "name is 5; expected a string"],
    [{ ...answer, createTime: null }, "createTime is null; expected an ISO 8601 time with a time zone"],
    [{ ...answer, updateTime: 5 }, "updateTime is 5; expected an ISO 8601 time with a time zone"],
    [
      { ...answer, maximumMessageLength: 0 },
      "maximumMessageLength is 0; expected a whole number of at least 1",
    ],
    [
      { ...answer, maximumMessageRatePerSecond: "10" },
      'maximumMessageRatePerSecond is "10"; expected a whole number of at least 1',
    ],
    [{ ...answer, messageReviewHandler: 5 }, "messageReviewHandler is 5; expected an object"],
    [{ ...answer, messageReviewHandler: { uri: 5 } }, "messageReviewHandler.uri is 5; expected a string"],
    [
      { ...answer, messageReviewHandler: { fallbackResult: "PERHAPS" } },
      'messageReviewHandler.fallbackResult is "PERHAPS"; expected ALLOW or DENY',
    ],
    [{ ...answer, tags: { 'a"': 5 } }, 'tags["a\\""] is 5; expected a string'],
    [{ ...answer, loggingConfigurationIdentifiers: "arn" }, "loggingConfigurationIdentifiers"],
    [{ ...answer, loggingConfigurationIdentifiers: ["arn", ""] }, "loggingConfigurationIdentifiers"],
  ])("rejects %j with an error that says what is wrong", (given, message) => {
    const map = () => roomFromAnswer(given);
    expect(map).toThrow(MalformedAnswer);
    expect(map).toThrow(message);
  });

  test.each([
    { uri: "arn:aws:lambda:us-east-1:123456789012:function:f", fallbackResult: "DENY" },
    { uri: "", fallbackResult: "DENY" },
    { uri: "arn:aws:lambda:us-east-1:123456789012:function:f", fallbackResult: "ALLOW" },
  ])("keeps the review handler %j", (messageReviewHandler) => {
    expect(roomFromAnswer({ ...answer, messageReviewHandler }).messageReviewHandler).toEqual(
      messageReviewHandler,
    );
  });

  test("accepts a limit of 1", () => {
    expect(roomFromAnswer({ ...answer, maximumMessageLength: 1 }).maximumMessageLength).toBe(1);
  });

  test.each([
    "x2026-01-01T00:00:00Z",
    "2026-01-01T00:00:00Zx",
    "02026-01-01T00:00:00Z",
    "2026-1-01T00:00:00Z",
    "2026-01-1T00:00:00Z",
    "2026-01-01T0:00:00Z",
    "2026-01-01T00:0:00Z",
    "2026-01-01T00:00:0Z",
    "2026-01-01T00:00:00.Z",
    "2026-01-01T00:00:00+0:00",
    "2026-01-01T00:00:00+00:0",
    "2026-02-30T25:00:00Z",
  ])("rejects the time %s", (createTime) => {
    expect(() => roomFromAnswer({ ...answer, createTime })).toThrow("createTime is ");
  });

  test.each([
    [undefined],
    [null],
    [{}],
    [{ uri: "" }],
    [{ uri: "", fallbackResult: "ALLOW" }],
    [{ uri: null }],
  ])("treats the review handler %j as no review handler", (messageReviewHandler) => {
    expect(roomFromAnswer({ ...answer, messageReviewHandler }).messageReviewHandler).toEqual({
      uri: "",
      fallbackResult: "ALLOW",
    });
  });

  test("accepts a limit above the service's current maximum", () => {
    expect(roomFromAnswer({ ...answer, maximumMessageRatePerSecond: 1000 }).maximumMessageRatePerSecond).toBe(
      1000,
    );
  });

  test("keeps empty tag values, and the tag keys __proto__ and constructor", () => {
    const given = JSON.parse(
      '{"":"a","empty":"","__proto__":"p","constructor":"c","aws:cloudformation:stack-name":"s"}',
    ) as object;
    const { tags } = roomFromAnswer({ ...answer, tags: given });
    expect(Object.entries(tags)).toEqual(Object.entries(given));
    expect(Object.getPrototypeOf(tags)).toBe(Object.prototype);
  });

  test.each([
    ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.000Z"],
    ["2026-01-01T02:30:00+02:30", "2026-01-01T00:00:00.000Z"],
    ["2026-01-01T00:00:00-10:15", "2026-01-01T10:15:00.000Z"],
    ["2026-01-01t00:00:00.5z", "2026-01-01T00:00:00.500Z"],
    ["2026-01-01T00:00:00.123456789Z", "2026-01-01T00:00:00.123Z"],
  ])("returns the time %s in UTC with milliseconds", (wire, time) => {
    expect(roomFromAnswer({ ...answer, createTime: wire }).createTime).toBe(time);
  });
});

describe("summaryFromAnswer", () => {
  test("returns all members of a room in a ListRooms response, which omits the limits", () => {
    const { maximumMessageLength: _, maximumMessageRatePerSecond: __, ...summary } = answer;
    expect(summaryFromAnswer(summary)).toEqual({
      ...summary,
      createTime: "2026-01-01T00:00:00.000Z",
      name: "",
      tags: {},
      allTags: {},
      messageReviewHandler: { uri: "", fallbackResult: "ALLOW" },
      loggingConfigurationIdentifiers: [],
    });
  });
});
