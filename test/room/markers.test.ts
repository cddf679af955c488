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

/** Encodes a value for the engine and decodes it as a program does. */
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

test("the copies of Pulumi's internal markers equal Pulumi's values", () => {
  expect(markerKey).toBe(rpc.specialSigKey);
  expect(unknownStrings).toContain(rpc.unknownValue);
});

describe("untrusted text", () => {
  test("in tags is passed to the program unchanged, and tags with Pulumi's markers are omitted and listed by keysLeftOut", async () => {
    const tags = fc.dictionary(key, text, { maxKeys: 8 });
    await fc.assert(
      fc.asyncProperty(roomAnswer, tags, async (given, hostile) => {
        // The decoder assigns keys to an object, which loses `__proto__`.
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

  test("in a name is passed to the program unchanged, and a name that is a Pulumi marker is rejected", async () => {
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
        // A summary does not throw, so that a listing with an invalid room still finds the other rooms.
        expect(summaryFromAnswer({ ...answer, name }).name).toBe(name);
      }),
    );
  });

  test("in the destination of a logging configuration is either rejected, or unchanged by Pulumi's encoding and decoding", async () => {
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
        // The value as the service would send it.
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
    ["a state that is Pulumi's unknown value", { state: rpc.unknownValue }],
    [
      "a bucket name that is Pulumi's unknown value",
      { destinationConfiguration: { s3: { bucketName: rpc.unknownValue } } },
    ],
    [
      "an asset as its destination",
      {
        destinationConfiguration: {
          kinesis: { [markerKey]: rpc.specialAssetSig, uri: "http://127.0.0.1:1" },
        },
      },
    ],
    [
      "a nested asset",
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
  ])("is rejected in a logging configuration with %s", (_, members) => {
    expect(() => loggingConfigurationFromAnswer({ ...logging, ...members })).toThrow(MalformedAnswer);
  });

  test("is rejected with an error that names the member with a marker", () => {
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
  ])("is accepted in a destination with the value %j", (value) => {
    const destinationConfiguration = { kinesis: value };
    expect(
      loggingConfigurationFromAnswer({ ...logging, destinationConfiguration }).destinationConfiguration,
    ).toEqual({ type: "unknown", kind: "kinesis", value });
  });

  test("is rejected in a destination with twenty levels of nesting", () => {
    const value = JSON.parse(`${"[".repeat(20)}${"]".repeat(20)}`) as unknown;
    expect(() =>
      loggingConfigurationFromAnswer({ ...logging, destinationConfiguration: { kinesis: value } }),
    ).toThrow(MalformedAnswer);
  });

  test("that is Pulumi's unknown value is rejected in a review handler's URI and in a logging configuration identifier", () => {
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
