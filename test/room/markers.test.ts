import { isDeepStrictEqual } from "node:util";
import * as rpc from "@pulumi/pulumi/runtime/rpc";
import fc from "fast-check";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { roomFromAnswer, summaryFromAnswer } from "../../src/room/fromAnswer";
import { loggingConfigurationFromAnswer } from "../../src/room/loggingConfiguration";
import { markerKey, unknownStrings } from "../../src/room/markers";
import { roomAnswer } from "./arbitraries";
import { MalformedAnswer } from "../../src/room/answer";
import { keysLeftOut } from "../../src/room/tags";

const arn = "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl";
const answer = {
  arn,
  id: "AbCdEfGhIjKl",
  name: "lobby",
  createTime: "2026-01-01T00:00:00Z",
  updateTime: "2026-01-02T03:04:05.678Z",
  maximumMessageLength: 500,
  maximumMessageRatePerSecond: 10,
};
const logging = {
  arn: "arn:aws:ivschat:us-east-1:123456789012:logging-configuration/AbCdEfGhIjKl",
  id: "AbCdEfGhIjKl",
  createTime: "2026-01-01T00:00:00Z",
  updateTime: "2026-01-02T03:04:05.678Z",
  state: "ACTIVE",
  destinationConfiguration: { s3: { bucketName: "logs" } },
};

const signatures = [
  rpc.specialAssetSig,
  rpc.specialArchiveSig,
  rpc.specialSecretSig,
  rpc.specialResourceSig,
  rpc.specialOutputValueSig,
];
const special = fc.constantFrom(
  ...unknownStrings,
  ...signatures,
  markerKey,
  "__pulumiAsset",
  "__pulumiOutput",
);
const key = fc.oneof({ weight: 3, arbitrary: special }, fc.constantFrom("uri", "path", "value"), fc.string());
const text = fc.oneof({ weight: 2, arbitrary: special }, fc.string());
const plain = (value: string) => !unknownStrings.has(value);

/** What becomes of a value on its way from the program to the engine and back into a program. */
async function decoded(value: object): Promise<unknown> {
  const encoded = await rpc.serializeProperties("value", { value }, {});
  const struct = Struct.fromJavaScript(JSON.parse(JSON.stringify(encoded)) as never);
  return (rpc.deserializeProperties(struct) as { value: unknown }).value;
}

async function expectPlain(value: object): Promise<void> {
  expect(isDeepStrictEqual(await decoded(value), JSON.parse(JSON.stringify(value)))).toBe(true);
  // The engine has more kinds of unknown values than the SDK.
  const texts = JSON.stringify(value);
  for (const unknown of unknownStrings) expect(texts).not.toContain(`:"${unknown}"`);
}

test("the markers have the values that Pulumi uses", () => {
  expect(markerKey).toBe(rpc.specialSigKey);
  expect(unknownStrings).toContain(rpc.unknownValue);
});

describe("text that a room's owner controls reaches the program as plain data", () => {
  test("for any tags: those that Pulumi would interpret are left out, with a warning", async () => {
    const tags = fc.dictionary(key, text, { maxKeys: 8 });
    await fc.assert(
      fc.asyncProperty(roomAnswer, tags, async (given, hostile) => {
        // The encoding's own reader assigns keys, so it cannot give back this one.
        const { ["__proto__"]: _, ...own } = { ...given.tags, ...hostile };
        const room = roomFromAnswer({ ...given, tags: own });
        await expectPlain(room);
        const kept = Object.entries(own).filter(([name, value]) => name !== markerKey && plain(value));
        expect(room.tags).toEqual(Object.fromEntries(kept));
        expect(keysLeftOut({ tags: own })).toEqual(
          Object.keys(own).filter((name) => !Object.hasOwn(room.tags, name)),
        );
        expect(summaryFromAnswer({ ...given, tags: own })).toMatchObject({ tags: room.tags, allTags: own });
      }),
    );
  });

  test("for any name: one that Pulumi would interpret is an error", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (name) => {
        if (plain(name)) {
          const room = roomFromAnswer({ ...answer, name });
          expect(room.name).toBe(name);
          await expectPlain(room);
          return;
        }
        expect(() => roomFromAnswer({ ...answer, name })).toThrow(
          `name is "${name}"; expected a value without Pulumi's internal markers`,
        );
        // A listing skips an invalid room that was not asked for.
        expect(summaryFromAnswer({ ...answer, name }).name).toBe(name);
      }),
    );
  });

  test("for any destination of a logging configuration", async () => {
    const json = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.constantFrom(true, null, 5),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(key, tie("value"), { maxKeys: 3 }),
      ),
    })).value;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("kinesis", ...unknownStrings), json, async (kind, value) => {
        // As the service sends it.
        const wire = JSON.parse(JSON.stringify(value).replaceAll("__proto__", "proto")) as unknown;
        let result: object;
        try {
          result = loggingConfigurationFromAnswer({ ...logging, destinationConfiguration: { [kind]: wire } });
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedAnswer);
          return;
        }
        await expectPlain(result);
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, object]>([
    ["an unknown state", { state: rpc.unknownValue }],
    ["an unknown bucket", { destinationConfiguration: { s3: { bucketName: rpc.unknownValue } } }],
    [
      "an asset as destination",
      {
        destinationConfiguration: {
          kinesis: { [markerKey]: rpc.specialAssetSig, uri: "http://127.0.0.1:1" },
        },
      },
    ],
    [
      "an asset deep down",
      { destinationConfiguration: { kinesis: [{ a: { __pulumiAsset: true, path: "/etc/passwd" } }] } },
    ],
    [
      "a prototype that is a marker",
      JSON.parse(`{"destinationConfiguration":{"k":{"__proto__":{"${markerKey}":"x"}}}}`) as object,
    ],
    [
      "a destination of ten thousand levels",
      JSON.parse(`{"destinationConfiguration":{"k":${"[".repeat(10_000)}${"]".repeat(10_000)}}}`) as object,
    ],
  ])("a logging configuration with %s is an error", (_, members) => {
    expect(() => loggingConfigurationFromAnswer({ ...logging, ...members })).toThrow(MalformedAnswer);
  });

  test("the error names the member with the marker", () => {
    const destinationConfiguration = { kinesis: [{ a: { __pulumiAsset: true } }, { b: [rpc.unknownValue] }] };
    const map = (given: object) => () => loggingConfigurationFromAnswer({ ...logging, ...given });
    expect(map({ destinationConfiguration })).toThrow(
      /^destinationConfiguration\.value\[0\]\.a\.__pulumiAsset is/,
    );
    destinationConfiguration.kinesis.shift();
    expect(map({ destinationConfiguration })).toThrow(/^destinationConfiguration\.value\[0\]\.b\[0\] is/);
    expect(map({ state: rpc.unknownValue })).toThrow(/^state is/);
  });

  test.each([
    { __pulumiAsset: false },
    { __pulumiAsset: "true" },
    { a__pulumiAsset: true },
    { pulumi: true, other: null },
    JSON.parse(`${"[".repeat(19)}${"]".repeat(19)}`) as unknown,
  ])("a destination with %j is plain data", (value) => {
    const destinationConfiguration = { kinesis: value };
    expect(
      loggingConfigurationFromAnswer({ ...logging, destinationConfiguration }).destinationConfiguration,
    ).toEqual({ type: "unknown", kind: "kinesis", value });
  });

  test("a destination of twenty levels is an error", () => {
    const value = JSON.parse(`${"[".repeat(20)}${"]".repeat(20)}`) as unknown;
    expect(() =>
      loggingConfigurationFromAnswer({ ...logging, destinationConfiguration: { kinesis: value } }),
    ).toThrow(MalformedAnswer);
  });

  test("a review handler or logging configuration that looks like Pulumi's unknown value is an error", () => {
    for (const unknown of unknownStrings) {
      const handler = { messageReviewHandler: { uri: unknown } };
      expect(() => roomFromAnswer({ ...answer, ...handler })).toThrow(/^messageReviewHandler.uri is/);
      const attached = { loggingConfigurationIdentifiers: [unknown] };
      expect(() => roomFromAnswer({ ...answer, ...attached })).toThrow(
        /^loggingConfigurationIdentifiers\[0\] is/,
      );
    }
  });
});
