import * as rpc from "@pulumi/pulumi/runtime/rpc";
import fc from "fast-check";
import { markerKey, unknownStrings } from "../../src/room/markers";
import { answer, lobby, logs, room } from "../faults/answers";
import { startFaultServer } from "../support/faultServer";
import { startedBefore } from "../support/hooks";
import { PluginClient, type Values } from "../support/pluginClient";
import { recordedAs } from "../support/providerProcess";

const signatures = [
  rpc.specialAssetSig,
  rpc.specialArchiveSig,
  rpc.specialSecretSig,
  rpc.specialResourceSig,
  rpc.specialOutputValueSig,
  // The signature of a string that is not UTF-8, which only the engine defines.
  "803fd3297a5875dc03ca845dda5d2a98",
];
const special = fc.constantFrom(...unknownStrings, ...signatures, markerKey);
const key = fc.oneof(
  { weight: 3, arbitrary: special },
  fc.constantFrom("uri", "path", "value", "urn"),
  fc.string(),
);
const text = fc.oneof({ weight: 2, arbitrary: special }, fc.constantFrom("file:///etc/passwd"), fc.string());

/** Generates a room and a logging configuration in which the owner chose every string. */
const hostile = fc.record({
  tags: fc.dictionary(key, text, { maxKeys: 6 }),
  name: fc.oneof({ weight: 3, arbitrary: fc.constant("lobby") }, text),
  uri: fc.oneof({ weight: 3, arbitrary: fc.constant("") }, text),
  kind: fc.oneof({ weight: 2, arbitrary: fc.constant("s3") }, text),
  destination: fc.dictionary(key, fc.oneof(text, fc.dictionary(key, text)), { maxKeys: 3 }),
});
type Hostile = typeof hostile extends fc.Arbitrary<infer T> ? T : never;

let current: Hostile | undefined;
const server = startedBefore(
  "file",
  () =>
    startFaultServer([
      answer(200, ({ operation }) => {
        const { tags = {}, name, uri = "", kind = "s3", destination } = current ?? {};
        const told = { ...room, name, tags, messageReviewHandler: { uri, fallbackResult: "ALLOW" } };
        if (operation === "GetRoom") return told;
        if (operation === "ListRooms") return { rooms: [told] };
        const times = { createTime: room.createTime, updateTime: room.updateTime };
        const of = { arn: logs, id: "ChatLogs0001", name, state: "ACTIVE", ...times };
        return { ...of, tags, destinationConfiguration: { [kind]: destination } };
      }),
    ]),
  (started) => started.stop(),
);
const plugin = startedBefore("file", PluginClient.start.bind(PluginClient), (client) => {
  client.close();
});

/** Returns the paths at which the engine would see something other than plain data. */
function markersIn(value: unknown, path = ""): string[] {
  if (typeof value === "string") return unknownStrings.has(value) ? [path] : [];
  if (typeof value !== "object" || value === null) return [];
  const own = Object.hasOwn(value, markerKey) ? [path] : [];
  return [...own, ...Object.entries(value).flatMap(([name, member]) => markersIn(member, `${path}.${name}`))];
}

test("no method returns a tag or a name that the engine would interpret as one of its markers", async () => {
  const recorded = recordedAs(room);
  let succeeded = 0;
  await fc.assert(
    fc.asyncProperty(hostile, async (given) => {
      current = given;
      await plugin.configure({
        region: "us-east-1",
        endpoints: [{ ivschat: server.endpoint }],
        requestsPerSecond: 10_000,
      });
      const byName = { name: given.name };
      const results = await Promise.all([
        plugin.invoke("getRoom", { identifier: lobby }, false).then(({ result }) => result),
        plugin.invoke("findRoom", byName, false).then(({ result }) => result?.room),
        plugin
          .invoke("getRooms", {}, false)
          .then(({ result }) => (result?.rooms as Values[] | undefined)?.[0]),
        plugin.invoke("getLoggingConfiguration", { identifier: logs }, false).then(({ result }) => result),
        plugin.check({}, { identifier: lobby }).then(({ inputs }) => inputs),
        plugin.check(recorded, { identifier: lobby }).then(({ inputs }) => inputs),
        plugin.read(lobby, recorded, recorded).then(
          (read) => [read.properties, read.inputs],
          () => undefined,
        ),
        plugin.read(lobby).then(
          (read) => [read.properties, read.inputs],
          () => undefined,
        ),
      ]);
      const { ["__proto__"]: _, ...tags } = given.tags;
      const kept = Object.entries(tags).filter(
        ([name, tag]) => name !== markerKey && !unknownStrings.has(tag),
      );
      // Tags with markers are omitted. A marker elsewhere is an error.
      if (![given.name, given.uri].some((each) => unknownStrings.has(each)))
        expect([0, 2, 4, 5].map((index) => results[index] !== undefined)).toEqual([true, true, true, true]);
      for (const result of results.flat()) {
        if (result === undefined) continue;
        expect(markersIn(result)).toEqual([]);
        if (typeof result === "object" && result !== null && "tags" in result) {
          expect(result.tags).toEqual(Object.fromEntries(kept));
          succeeded += 1;
        }
      }
    }),
    { numRuns: 30 },
  );
  expect(succeeded).toBeGreaterThan(30);
});
