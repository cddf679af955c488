import { useProject } from "../support/project";
import { arn, operations, useLocalIvsChat } from "../support/service";
import { describeYaml, yamlProject, yamlText } from "../support/yamlProject";

const lobby = arn("LobbyLobby12");
const type = "ivschat:index:ExistingRoom";
const service = useLocalIvsChat({ state: { rooms: [{ arn: lobby, name: "lobby" }] } }, "file");

describeYaml("the arguments of a YAML program", () => {
  const project = useProject(
    yamlProject({}, { config: { attic: { value: "attic-hush", secret: true } } }),
    "file",
  );
  const read = (name: string, args: object) => ({
    "fn::invoke": { function: `ivschat:${name}`, arguments: args },
  });
  const own = { type: "pulumi:providers:ivschat", properties: { region: "us-east-1" } };
  const tracked = (properties: object) => ({ resources: { room: { type, properties } } });

  test("can be a mix of unknown and known values in a preview, without a request", async () => {
    await project.write(
      "Pulumi.yaml",
      yamlText({
        resources: { own },
        variables: { read: read("getRoom", { identifier: "${own.id}", region: "us-east-1" }) },
        outputs: { length: "${read.maximumMessageLength}" },
      }),
    );
    expect(await project.pulumi("preview")).toMatchObject({ ok: true });
    expect(operations(service)).toEqual([]);
  });

  test("can include a secret name that no room has, and a preview does not show the name", async () => {
    await project.write(
      "Pulumi.yaml",
      yamlText({
        config: { attic: { type: "string" } },
        variables: { found: read("findRoom", { name: "${attic}" }) },
        outputs: { found: "${found}" },
      }),
    );
    const { ok, output } = await project.pulumi("preview", "--diff");
    expect(ok).toBe(true);
    expect(output).toMatch(/found *: \[secret\]/);
    expect(output).not.toContain("attic-hush");
  });

  test("can all be removed from a recorded room only if ignoreChanges keeps the recorded arguments", async () => {
    await project.write("Pulumi.yaml", yamlText(tracked({ identifier: lobby })));
    await project.expectOk("up", "--skip-preview");
    await project.write("Pulumi.yaml", yamlText(tracked({})));
    const removed = await project.pulumi("preview");
    expect(removed.ok).toBe(false);
    expect(removed.output).toContain("identifier is missing; give the ARN of a room");
    await project.write(
      "Pulumi.yaml",
      yamlText({ resources: { room: { type, properties: {}, options: { ignoreChanges: ["identifier"] } } } }),
    );
    expect(await project.pulumi("preview", "--expect-no-changes")).toMatchObject({ ok: true });
  });

  test("of `get` are unchanged after a refresh, which adds no inputs if the program gives only an ID", async () => {
    await project.write("Pulumi.yaml", yamlText({ resources: { got: { type, get: { id: lobby } } } }));
    await project.expectOk("up", "--skip-preview");
    const inputs = async () =>
      (await project.state()).find((resource) => resource.type === type)?.inputs ?? {};
    expect(await inputs()).toEqual({});
    await project.expectOk("refresh", "--skip-preview");
    expect(await inputs()).toEqual({});
  });
});
