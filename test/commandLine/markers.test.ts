import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as rpc from "@pulumi/pulumi/runtime/rpc";
import { markerKey, unknownStrings } from "../../src/room/markers";
import { useProject } from "../support/project";
import { arn, useLocalIvsChat } from "../support/service";

let requests = 0;
let target: Server;

const kept = { team: "live" };
const attacks = (uri: string): Record<string, Record<string, string>> => ({
  AssetByUri01: { [markerKey]: rpc.specialAssetSig, uri },
  AssetByPath1: { [markerKey]: rpc.specialAssetSig, path: "/etc/hostname" },
  EndlessPath1: { [markerKey]: rpc.specialArchiveSig, path: "/dev/zero" },
  SecretMarker: { [markerKey]: rpc.specialSecretSig, value: "x" },
  OutputMarker: { [markerKey]: rpc.specialOutputValueSig, value: "x" },
  Reference001: { [markerKey]: rpc.specialResourceSig, urn: "urn:pulumi:dev::rooms::a:b:C::d", id: "x" },
  UnknownTags1: Object.fromEntries([...unknownStrings].map((text, index) => [`unknown-${index}`, text])),
});

const unknowns = [...unknownStrings].map((name, index) => ({ arn: arn(`UnknownName${index}`), name }));
const service = useLocalIvsChat({ state: { rooms: unknowns } }, "file");
const rooms = Object.keys(attacks("")).map((id) => arn(id));
const project = useProject(
  {
    files: {
      "index.ts": `
        import { ExistingRoom, getRoomOutput, getRoomsOutput } from "pulumi-ivschat";
        const all: string[] = ${JSON.stringify(rooms)};
        export const recorded = all.map((identifier) => new ExistingRoom(identifier.slice(-12), { identifier }).configuration);
        export const read = all.map((identifier) => getRoomOutput({ identifier }));
        export const listed = getRoomsOutput({ name: "tagged" }).rooms;
        export const found = getRoomOutput({ tags: { "${markerKey}": "${rpc.specialAssetSig}", path: "/etc/hostname" } }).id;
      `,
    },
    config: { "aws:region": "us-east-1", "ivschat:requestsPerSecond": "100" },
  },
  "file",
);
beforeAll(async () => {
  target = createServer((_, response) => {
    requests += 1;
    response.end("fetched");
  });
  await new Promise<void>((resolve) => target.listen(0, "127.0.0.1", resolve));
  const uri = `http://127.0.0.1:${(target.address() as AddressInfo).port}/x`;
  for (const [id, tags] of Object.entries(attacks(uri)))
    service.putRoom({ arn: arn(id), name: "tagged", tags: { ...kept, ...tags } });
});
afterAll(() => new Promise((resolve) => target.close(resolve)));

test("tags that Pulumi would interpret, for example as an asset, are omitted with a warning, and no file or URL is opened", async () => {
  for (const command of [["preview"], ["up", "--skip-preview"], ["refresh", "--skip-preview"], ["preview"]]) {
    const run = await project.pulumi(...command);
    expect(requests).toBe(0);
    expect(run).toMatchObject({ ok: true });
    if (command[0] === "refresh") continue;
    const [, diagnostics = ""] = run.output.split("Diagnostics:");
    for (const id of Object.keys(attacks(""))) {
      const warnings = diagnostics
        .split("\n")
        .filter((line) => line.includes(`room ${arn(id)}: omitted the tag`));
      // One warning from the program, and one from the provider's process.
      expect(warnings).toHaveLength(2);
    }
    expect(diagnostics).toContain(`omitted the tag "${markerKey}", because Pulumi would interpret it as`);
    expect(diagnostics).toMatch(/omitted the tags "unknown-0", "unknown-1", /);
  }
  const { recorded, read, listed, found } = (await project.outputs()) as unknown as Outputs;
  const tags = Object.entries(attacks(`http://127.0.0.1:${(target.address() as AddressInfo).port}/x`)).map(
    ([id, { [markerKey]: _, ...rest }]) => ({ ...kept, ...(id === "UnknownTags1" ? {} : rest) }),
  );
  expect(recorded.map((room) => room.tags)).toEqual(tags);
  expect(read.map((room) => room.tags)).toEqual(tags);
  expect(listed.map((room) => room.tags)).toEqual(expect.arrayContaining(tags));
  expect(found).toBe("AssetByPath1");
}, 60_000);

interface Outputs {
  readonly recorded: readonly { readonly tags: object }[];
  readonly read: readonly { readonly tags: object }[];
  readonly listed: readonly { readonly tags: object }[];
  readonly found: string;
}

test("a room whose name equals Pulumi's unknown value is rejected with an error that names the member", async () => {
  const [first, second] = [arn("UnknownName0"), arn("UnknownName1")];
  await project.write(
    "index.ts",
    `import { ExistingRoom, getRoomOutput } from "pulumi-ivschat";
     new ExistingRoom("first", { identifier: "${first}" });
     export const read = getRoomOutput({ identifier: "${second}" });`,
  );
  const { ok, output } = await project.pulumi("preview");
  expect(ok).toBe(false);
  for (const identifier of [first, second]) {
    expect(output).toMatch(
      new RegExp(
        `cannot read room ${identifier} in us-east-1: the service's answer is incomplete or invalid: ` +
          `name is "\\S{36}"; expected a value without Pulumi's internal markers`,
      ),
    );
  }
});
