import type { LocalIvsChat } from "../../support/localIvsChat";
import { useProject, type Project } from "../../support/project";
import { arn } from "../../support/service";
import type { Files, Language } from "./language";
import { lobby, lobbyRoom, stage } from "./rooms";
import { lines, run } from "./run";

/** Describes tests of programs in a language: unknown and invalid arguments, provider configuration, secrets, import, and replacement. */
export function describePrograms(language: Language, service: LocalIvsChat): void {
  const { name, describe, project: projectOf, programs } = language;
  const write = async (project: Project, files: Files) => {
    for (const [file, text] of Object.entries(files)) await project.write(file, text);
  };

  describe(`an argument of a ${name} program that is unknown until another resource exists`, () => {
    const project = useProject(projectOf(programs.waiting(), { packages: ["@pulumi/aws"] }), "file");

    test("makes the room unknown in a preview, without a request", async () => {
      const preview = await run(service, project, "pulumi preview --diff");
      expect(preview).toMatchObject({ ok: true, requests: [] });
      expect(lines(preview)).toEqual(
        expect.arrayContaining(["name: [unknown]", "read: [unknown]", "tracked: [unknown]"]),
      );
    });

    test("is used to read the room in the update", async () => {
      const up = await run(service, project, "pulumi up --skip-preview");
      expect(up.ok).toBe(true);
      expect(new Set(up.requests)).toEqual(new Set(["GetRoom", "ListRooms"]));
      expect(await project.outputs()).toEqual({ read: 500, tracked: 500 });
    });
  });

  describe(`the provider's configuration in a ${name} program`, () => {
    const endpoints = [{ ivschat: "" }];
    const project = useProject(
      projectOf(programs.withProviders(stage, endpoints), {
        env: { AWS_ENDPOINT_URL_IVSCHAT: "http://127.0.0.1:1" },
      }),
      "file",
    );

    test("can be JSON text in the stack's configuration, and structured values in an explicit provider", async () => {
      const endpoints = [{ ivschat: service.endpoint }];
      await project.expectOk("config", "set", "ivschat:endpoints", JSON.stringify(endpoints));
      await write(project, programs.withProviders(stage, endpoints));
      const preview = await run(service, project, "pulumi preview --diff");
      // One request per provider.
      expect(preview).toMatchObject({ ok: true, requests: ["GetRoom", "GetRoom"] });
      expect(lines(preview)).toEqual(expect.arrayContaining(['read: "stage"', 'tracked: "stage"']));
      await project.expectOk("up", "--skip-preview");
      expect((await run(service, project, "pulumi preview --expect-no-changes")).ok).toBe(true);
    });

    test("is rejected in a preview if an endpoint is not a URL", async () => {
      await write(project, programs.withProviders(stage, [{ ivschat: "not a URL" }]));
      const preview = await run(service, project, "pulumi preview");
      expect(preview.ok).toBe(false);
      expect(preview.output).toContain("must be a URL that begins with https:// or http://");
    });
  });

  describe(`secrets of a ${name} program`, () => {
    const accessKey = "AKIDOFTHEPROVIDER";
    const secretKey = "hush-hush-of-the-provider";
    const project = useProject(
      projectOf(programs.withSecrets(lobby), {
        config: {
          room: { value: stage, secret: true },
          accessKey: { value: accessKey, secret: true },
          secretKey: { value: secretKey, secret: true },
        },
      }),
      "file",
    );
    const hidden = [secretKey, accessKey, "StageStage12"];

    beforeAll(() => {
      service.putRoom(lobbyRoom);
      service.setCaller(accessKey, { account: "123456789012", secretAccessKey: secretKey });
    });

    test.each([
      ["a preview", "pulumi preview --diff"],
      ["a preview's events", "pulumi preview --json"],
      ["an update", "pulumi up --skip-preview --diff"],
      ["the engine's log at level 9", "pulumi preview --logtostderr -v=9"],
      ["an exported state", "pulumi stack export"],
      ["the outputs", "pulumi stack output"],
    ])("do not appear in %s", async (_, command) => {
      const { ok, output } = await run(service, project, command);
      expect(ok).toBe(true);
      for (const value of hidden) expect(output).not.toContain(value);
    });

    test("are encrypted in the state file, and can be read with the passphrase", async () => {
      const file = await project.stateFile();
      for (const value of hidden) expect(file).not.toContain(value);
      expect(await project.outputs()).toEqual({ read: stage, tracked: "stage", byKeys: "lobby" });
      expect((await run(service, project, "pulumi preview --expect-no-changes")).ok).toBe(true);
    });

    test("do not appear in the error of a denied read", async () => {
      service.setDenied(accessKey, ["ivschat:GetRoom"]);
      service.setDenied("AKIDTEST", ["ivschat:GetRoom"]);
      const { ok, output } = await run(service, project, "pulumi preview --diff");
      service.setDenied("AKIDTEST", []);
      expect(ok).toBe(false);
      expect(output).toContain("access denied");
      for (const value of hidden) expect(output).not.toContain(value);
    });
  });

  describe(`an ExistingRoom in a ${name} program`, () => {
    const hall = arn("HallHallHall");
    const project = useProject(projectOf(programs.importing(hall)), "file");

    beforeAll(() => {
      service.putRoom({ arn: hall, name: "hall" });
    });

    test("can be imported by the resource option `import`", async () => {
      const up = await run(service, project, "pulumi up --skip-preview");
      expect(up).toMatchObject({ ok: true });
      expect(up.output).toMatch(/ExistingRoom lobby imported/);
      expect((await run(service, project, "pulumi preview --expect-no-changes")).ok).toBe(true);
    });

    test("is rejected without a request if it has an argument that does not exist", async () => {
      await write(project, programs.misspelt(hall));
      const preview = await run(service, project, "pulumi preview");
      expect(preview).toMatchObject({ ok: false, requests: [] });
      expect(preview.output).toContain("maximumMessageLenght");
    });

    test("is replaced if another room now has its name, and the first room continues to exist", async () => {
      await write(project, programs.byName("hall"));
      await project.expectOk("up", "--skip-preview");
      service.updateRoom(hall, { name: "old hall" });
      const other = service.putRoom({ name: "hall" });
      const preview = await run(service, project, "pulumi preview --diff");
      expect(lines(preview)).toContain(`~ arn: "${hall}" => "${other}"`);
      const up = await run(service, project, "pulumi up --skip-preview");
      expect(up.output).toMatch(/ExistingRoom tracked replaced/);
      const rooms = (await project.state()).filter(({ type }) => type === "ivschat:index:ExistingRoom");
      expect(rooms.map(({ id }) => id)).toEqual([other]);
      expect(service.room(hall)).toBeDefined();
    });
  });
}
