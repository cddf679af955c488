import { readFileSync } from "node:fs";
import { join } from "node:path";
import { useProject } from "../support/project";
import { arn, useLocalIvsChat } from "../support/service";
import { describeYaml, yamlHead, yamlProject } from "../support/yamlProject";
import { describePrograms } from "./languages/describePrograms";
import { describeTracking } from "./languages/describeTracking";
import { lobby, lobbyRoom, rooms, stage } from "./languages/rooms";
import { run } from "./languages/run";
import { yaml } from "./languages/yaml";

const type = "ivschat:index:ExistingRoom";
const service = useLocalIvsChat({ state: { rooms } }, "file");

describeTracking(yaml, service);
describePrograms(yaml, service);

describeYaml("credentials that are plain text in a YAML program", () => {
  const secretKey = "hush-hush-in-the-program";
  const properties = { region: "us-east-1", accessKey: "AKIDINTHEPROGRAM", secretKey };
  const project = useProject(
    yamlProject({ resources: { own: { type: "pulumi:providers:ivschat", properties } } }),
    "file",
  );

  test("are secret in the output and the state", async () => {
    for (const command of [
      "pulumi preview --diff",
      "pulumi up --skip-preview --diff",
      "pulumi stack export",
    ]) {
      const { ok, output } = await run(service, project, command);
      expect(ok).toBe(true);
      expect(output).not.toContain(secretKey);
    }
    expect(await project.stateFile()).not.toContain(secretKey);
    const own = (await project.state()).find((resource) => resource.type === "pulumi:providers:ivschat");
    expect(JSON.stringify(own?.inputs)).toContain(secretKey);
  });
});

describeYaml("`pulumi import` of a room", () => {
  const project = useProject(yamlProject({}), "file");

  test("generates a program whose preview shows no change", async () => {
    const file = join(project.folder, "generated.yaml");
    const imported = await run(
      service,
      project,
      `pulumi import ${type} stage ${stage} --protect=false --out ${file}`,
    );
    // One request for the import, and one for its preview.
    expect(imported).toMatchObject({ ok: true, requests: ["GetRoom", "GetRoom"] });
    const generated = readFileSync(file, "utf8");
    expect(generated).toContain(`identifier: ${stage}`);
    await project.write("Pulumi.yaml", `${yamlHead}${generated}`);
    const preview = await run(service, project, "pulumi preview --expect-no-changes");
    expect(preview).toMatchObject({ ok: true, requests: ["GetRoom"] });
  });
});

describeYaml("an ExistingRoom in a YAML program", () => {
  const annex = arn("AnnexAnnex12");
  const byName = { name: "annex" };
  const byArn = { identifier: annex };
  const room = (properties: object, options: object = {}) => ({
    type: "ivschat:ExistingRoom",
    properties,
    options,
  });
  const project = useProject(
    yamlProject({
      resources: {
        plain: room(byName),
        ignoring: room(byArn, { ignoreChanges: ["maximumMessageLength", "updateTime", "tags"] }),
        ignoringOfName: room(byName, { ignoreChanges: ["maximumMessageLength", "updateTime", "tags"] }),
        ignoringATag: room(byArn, { ignoreChanges: ["maximumMessageLength", "updateTime", "tags.team"] }),
        ignoringTheArgument: room(byArn, { ignoreChanges: ["identifier"] }),
        ignoringAll: room(byArn, { ignoreChanges: ["*"] }),
        replacing: room(byArn, { replaceOnChanges: ["maximumMessageLength"] }),
      },
    }),
    "file",
  );

  beforeAll(async () => {
    service.putRoom({ arn: annex, name: "annex", maximumMessageLength: 250, tags: { team: "blue" } });
    await project.expectOk("up", "--skip-preview");
  });

  test("applies the options ignoreChanges and replaceOnChanges to changed members", async () => {
    expect((await run(service, project, "pulumi preview --expect-no-changes")).ok).toBe(true);
    service.updateRoom(annex, { maximumMessageLength: 100, tags: { team: "red" } });
    const { output } = await run(service, project, "pulumi preview");
    const shown = [...output.matchAll(/ExistingRoom (\w+) (\w+) \[diff: (.*?)\]/g)];
    expect(Object.fromEntries(shown.map(([, name, ...change]) => [name, change.join(" ")]))).toEqual({
      plain: "update ~maximumMessageLength,tags,updateTime",
      ignoringTheArgument: "update ~maximumMessageLength,tags,updateTime",
      replacing: "replace ~maximumMessageLength,tags,updateTime",
    });
  });
});

describeYaml("a stack that the Node.js package wrote", () => {
  const state = readFileSync(join(__dirname, "../state/1.0.0.json"), "utf8");
  const project = useProject(
    yamlProject({
      resources: { lobby: { type: "ivschat:ExistingRoom", properties: { identifier: lobby } } },
      outputs: { maximumMessageLength: "${lobby.maximumMessageLength}" },
    }),
    "file",
  );

  test("is migrated to the plugin by one update without a replacement", async () => {
    await project.write(
      "state.json",
      state.replaceAll("urn:pulumi:test::", "urn:pulumi:dev::").replaceAll("rooms-test", "rooms-dev"),
    );
    await project.expectOk("stack", "import", "--file", "state.json");
    service.putRoom(lobbyRoom);
    const preview = await run(service, project, "pulumi preview --diff");
    expect(preview).toMatchObject({ ok: true, requests: ["GetRoom"] });
    expect(preview.output).not.toContain("replace");
    const up = await run(service, project, "pulumi up --skip-preview");
    expect(up).toMatchObject({ ok: true, requests: ["GetRoom"] });
    const tracked = (await project.state()).filter((resource) => resource.type === type);
    expect(tracked.map(({ id }) => id)).toEqual([lobby]);
    expect(await run(service, project, "pulumi preview --expect-no-changes")).toMatchObject({ ok: true });
    expect(await project.stateFile()).not.toContain("pulumi-nodejs:dynamic");
  });
});
