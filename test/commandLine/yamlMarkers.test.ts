import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as rpc from "@pulumi/pulumi/runtime/rpc";
import { markerKey, unknownStrings } from "../../src/room/markers";
import { useProject } from "../support/project";
import { arn, useLocalIvsChat } from "../support/service";
import { describeYaml, yamlProject, yamlText } from "../support/yamlProject";

let fetched = 0;
let target: Server;

const service = useLocalIvsChat({}, "file");
const attacks = (uri: string): Record<string, Record<string, string>> => ({
  AssetByUri01: { [markerKey]: rpc.specialAssetSig, uri },
  AssetByPath1: { [markerKey]: rpc.specialAssetSig, path: "/etc/hostname" },
  EndlessPath1: { [markerKey]: rpc.specialArchiveSig, path: "/dev/zero" },
  SecretMarker: { [markerKey]: rpc.specialSecretSig, value: "x" },
  Reference001: { [markerKey]: rpc.specialResourceSig, urn: "urn:pulumi:dev::rooms::a:b:C::d", id: "x" },
  UnknownTags1: Object.fromEntries([...unknownStrings].map((text, index) => [`unknown-${index}`, text])),
});

describeYaml("a YAML program whose rooms have tags that Pulumi would interpret", () => {
  const ids = Object.keys(attacks(""));
  const read = (identifier: string) => ({
    "fn::invoke": { function: "ivschat:getRoom", arguments: { identifier } },
  });
  const project = useProject(
    yamlProject({
      variables: {
        ...Object.fromEntries(ids.map((id) => [`read${id}`, read(arn(id))])),
        listed: { "fn::invoke": { function: "ivschat:getRooms", arguments: { name: "tagged" } } },
      },
      resources: Object.fromEntries(
        ids.map((id) => [id, { type: "ivschat:ExistingRoom", properties: { identifier: arn(id) } }]),
      ),
      outputs: {
        ...Object.fromEntries(
          ids.flatMap((id) => [
            [id, `\${${id}.tags}`],
            [`read-${id}`, `\${read${id}.tags}`],
          ]),
        ),
        listed: "${listed.rooms}",
      },
    }),
    "file",
  );
  let uri = "";

  beforeAll(async () => {
    target = createServer((_, response) => {
      fetched += 1;
      response.end("fetched");
    });
    await new Promise<void>((resolve) => target.listen(0, "127.0.0.1", resolve));
    uri = `http://127.0.0.1:${(target.address() as AddressInfo).port}/x`;
    for (const [id, tags] of Object.entries(attacks(uri)))
      service.putRoom({ arn: arn(id), name: "tagged", tags: { team: "live", ...tags } });
  });
  afterAll(() => new Promise((resolve) => target.close(resolve)));

  test("omits these tags with one warning for each room, and opens no file or URL", async () => {
    for (const command of [
      ["preview"],
      ["up", "--skip-preview"],
      ["refresh", "--skip-preview"],
      ["preview"],
    ]) {
      const { ok, output } = await project.pulumi(...command);
      expect(fetched).toBe(0);
      expect(ok).toBe(true);
      if (command[0] !== "preview") continue;
      for (const id of ids)
        expect(
          output
            .split("Diagnostics:")[1]
            ?.split("\n")
            .filter((line) => line.includes(`room ${arn(id)}: omitted the tag`)),
        ).toHaveLength(1);
    }
    const outputs = await project.outputs();
    for (const [id, { [markerKey]: _, ...others }] of Object.entries(attacks(uri))) {
      const kept = { team: "live", ...(id === "UnknownTags1" ? {} : others) };
      expect([outputs[id], outputs[`read-${id}`]]).toEqual([kept, kept]);
    }
    expect(outputs.listed).toHaveLength(ids.length);
  });

  test("fails for a room whose name is Pulumi's unknown value, with an error that names the member", async () => {
    const [name = ""] = unknownStrings;
    const identifier = service.putRoom({ name });
    for (const program of [
      { variables: { read: read(identifier) }, outputs: { name: "${read.name}" } },
      { resources: { room: { type: "ivschat:ExistingRoom", properties: { identifier } } } },
    ]) {
      await project.write("Pulumi.yaml", yamlText(program));
      const { ok, output } = await project.pulumi("preview");
      expect(ok).toBe(false);
      expect(output).toMatch(/name is "\S{36}"; expected a value without Pulumi's internal markers/);
    }
  });
});
