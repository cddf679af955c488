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

  test("can be unknown in a preview together with known ones, and no request is sent", async () => {
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

  test("can be a secret name that no room has, which a preview does not show", async () => {
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

  test("cannot all be removed from a recorded room, unless ignoreChanges keeps them", async () => {
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

  test("of `get` stay the resource's inputs after a refresh", async () => {
    await project.write("Pulumi.yaml", yamlText({ resources: { got: { type, get: { id: lobby } } } }));
    await project.expectOk("up", "--skip-preview");
    const inputs = async () =>
      (await project.state()).find((resource) => resource.type === type)?.inputs ?? {};
    expect(await inputs()).toEqual({});
    await project.expectOk("refresh", "--skip-preview");
    expect(await inputs()).toEqual({});
  });
});
