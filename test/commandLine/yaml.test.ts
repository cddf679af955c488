import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CommandRun, type Project, useProject } from "../support/project";
import { arn, operations, useLocalIvsChat } from "../support/service";
import { describeYaml, yamlHead, yamlProject, yamlText, type YamlProgram } from "../support/yamlProject";

const lobby = arn("LobbyLobby12");
const stage = arn("StageStage12");
const type = "ivschat:index:ExistingRoom";
const time = "2026-01-02T03:04:05.678Z";
const logs = "arn:aws:ivschat:us-east-1:123456789012:logging-configuration/ChatLogs0001";
const review = "arn:aws:lambda:us-east-1:123456789012:function:review";
/** The exit code of `pulumi` for unexpected changes. */
const closed = 7;

/** The room that the checked-in state has recorded. */
const lobbyRoom = {
  arn: lobby,
  name: "lobby",
  tags: { stage: "live" },
  maximumMessageLength: 250,
  maximumMessageRatePerSecond: 7,
  createTime: time,
  updateTime: time,
  loggingConfigurationIdentifiers: [logs],
  messageReviewHandler: { uri: review, fallbackResult: "DENY" as const },
};

const service = useLocalIvsChat(
  {
    state: {
      rooms: [lobbyRoom, { arn: stage, name: "stage" }, { arn: arn("LaterLater12"), name: "stand-in" }],
    },
  },
  "file",
);

interface CountedRun extends CommandRun {
  readonly requests: readonly string[];
}

/** Runs a command, and counts the requests to the service. */
async function run(project: Project, command: string): Promise<CountedRun> {
  const before = service.requests.length;
  const ended = await project.pulumi(...command.split(" ").slice(1));
  return { ...ended, requests: operations(service).slice(before).sort() };
}

const tracked = async (project: Project) =>
  (await project.state()).filter((resource) => resource.type === type);
const lines = (run: CommandRun) =>
  run.output.split("\n").map((line) => line.trim().replace(/ +/g, " ").replace(" : ", ": "));

describeYaml("a YAML program that reads and tracks a room", () => {
  const project = useProject(
    yamlProject(
      {
        variables: {
          read: { "fn::invoke": { function: "ivschat:getRoom", arguments: { identifier: "${lobby.arn}" } } },
        },
        resources: {
          lobby: { type: "ivschat:ExistingRoom", properties: { identifier: lobby } },
          limit: {
            type: "aws:ssm/parameter:Parameter",
            properties: { type: "String", value: "at most ${lobby.maximumMessageLength}" },
          },
        },
        outputs: { read: "${read.maximumMessageLength}", tracked: "${lobby.tags}" },
      } satisfies YamlProgram,
      { packages: ["@pulumi/aws"] },
    ),
    "file",
  );
  const change = () => {
    service.updateRoom(lobby, { maximumMessageLength: 100, tags: { stage: "live", team: "blue" } });
  };
  const remove = () => {
    service.deleteRoom(lobby);
  };
  const nothing = () => undefined;
  const drift = ["~ maximumMessageLength: 250 => 100", '+ team: "blue"'];

  interface Step {
    readonly when: string;
    readonly before?: () => void;
    readonly command: string;
    readonly code?: number;
    readonly requests: readonly string[];
    readonly shows: readonly (string | RegExp)[];
  }
  const steps: Step[] = [
    {
      when: "shows every member of the room before the first update",
      command: "pulumi preview --diff",
      requests: ["GetRoom"],
      shows: [
        `arn: "${lobby}"`,
        'roomId: "LobbyLobby12"',
        'name: "lobby"',
        'stage: "live"',
        "maximumMessageLength: 250",
        "maximumMessageRatePerSecond: 7",
        `createTime: "${time}"`,
        `updateTime: "${time}"`,
        `[0]: "${logs}"`,
        `uri: "${review}"`,
        'fallbackResult: "DENY"',
        'value: "at most 250"',
        "read: 250",
      ],
    },
    {
      when: "reads the room once for the function and once for the resource",
      command: "pulumi up --skip-preview",
      requests: ["GetRoom", "GetRoom"],
      shows: [/ivschat:index:ExistingRoom lobby created/],
    },
    {
      when: "passes if the room is unchanged",
      command: "pulumi preview --expect-no-changes",
      requests: ["GetRoom"],
      shows: [/3 unchanged/],
    },
    {
      when: "fails if the room has changed, and shows a line for each changed member",
      before: change,
      command: "pulumi preview --diff --expect-no-changes",
      code: closed,
      requests: ["GetRoom"],
      shows: [...drift, '~ value: "at most 250" => "at most 100"'],
    },
    {
      when: "shows a line for each changed member",
      command: "pulumi refresh --skip-preview --diff",
      requests: ["GetRoom"],
      shows: drift,
    },
    {
      when: "shows the effect on other resources after a refresh",
      command: "pulumi preview --diff",
      requests: ["GetRoom"],
      shows: ['~ value: "at most 250" => "at most 100"'],
    },
    {
      when: "fails with the advice to refresh if the room does not exist anymore",
      before: remove,
      command: "pulumi preview",
      code: 1,
      requests: ["GetRoom"],
      shows: [/there is no such room .*deleted after this stack recorded it.*`pulumi refresh`/],
    },
    {
      when: "removes a room that does not exist anymore from the state",
      command: "pulumi refresh --skip-preview",
      requests: ["GetRoom"],
      shows: [/ivschat:index:ExistingRoom lobby deleted/],
    },
    { when: "sends no request", command: "pulumi destroy --skip-preview", requests: [], shows: [/deleted/] },
  ];

  test.each(steps)("`$command` $when", async ({ before = nothing, command, code = 0, requests, shows }) => {
    before();
    const result = await run(project, command);
    expect(result).toMatchObject({ code, requests });
    for (const line of shows)
      if (typeof line === "string") expect(lines(result)).toContain(line);
      else expect(result.output).toMatch(line);
  });
});

describeYaml("an argument that is unknown until another resource exists", () => {
  const name = { "fn::select": [2, { "fn::split": [":", "${later.arn}"] }] };
  const project = useProject(
    yamlProject(
      {
        variables: { read: { "fn::invoke": { function: "ivschat:getRoom", arguments: { name } } } },
        resources: {
          later: { type: "aws:ssm/parameter:Parameter", properties: { type: "String", value: "" } },
          tracked: { type: "ivschat:ExistingRoom", properties: { name } },
        },
        outputs: { read: "${read.maximumMessageLength}", tracked: "${tracked.maximumMessageLength}" },
      },
      { packages: ["@pulumi/aws"] },
    ),
    "file",
  );

  test("makes the room unknown in a preview, without a request", async () => {
    const preview = await run(project, "pulumi preview --diff");
    expect(preview).toMatchObject({ ok: true, requests: [] });
    expect(lines(preview)).toEqual(
      expect.arrayContaining(["name: [unknown]", "read: [unknown]", "tracked: [unknown]"]),
    );
  });

  test("is used to read the room in the update", async () => {
    const up = await run(project, "pulumi up --skip-preview");
    expect(up.ok).toBe(true);
    expect(new Set(up.requests)).toEqual(new Set(["GetRoom", "ListRooms"]));
    expect(await project.outputs()).toEqual({ read: 500, tracked: 500 });
  });
});

describeYaml("the provider configuration of a YAML program", () => {
  const nowhere = "http://127.0.0.1:1";
  const read = (options: object = {}) => ({
    "fn::invoke": { function: "ivschat:getRoom", arguments: { identifier: stage }, options },
  });
  const tracked = (options: object = {}) => ({
    type: "ivschat:ExistingRoom",
    properties: { identifier: stage },
    options,
  });
  const project = useProject(yamlProject({}, { env: { AWS_ENDPOINT_URL_IVSCHAT: nowhere } }), "file");
  const program = (endpoints: unknown): YamlProgram => ({
    variables: { read: read(), readByOther: read({ provider: "${other}" }) },
    resources: {
      other: { type: "pulumi:providers:ivschat", properties: { region: "us-east-1", endpoints } },
      tracked: tracked(),
      trackedByOther: tracked({ provider: "${other}" }),
    },
    outputs: { read: "${read.name}", other: "${readByOther.name}", tracked: "${trackedByOther.name}" },
  });

  test("can be JSON text in the stack's configuration, and structured values in an explicit provider", async () => {
    const endpoints = [{ ivschat: service.endpoint }];
    await project.expectOk("config", "set", "ivschat:endpoints", JSON.stringify(endpoints));
    await project.write("Pulumi.yaml", yamlText(program(endpoints)));
    const preview = await run(project, "pulumi preview --diff");
    // One for each provider.
    expect(preview).toMatchObject({ ok: true, requests: ["GetRoom", "GetRoom"] });
    expect(lines(preview)).toEqual(expect.arrayContaining(['read: "stage"', 'tracked: "stage"']));
    await project.expectOk("up", "--skip-preview");
    expect((await run(project, "pulumi preview --expect-no-changes")).ok).toBe(true);
  });

  test("is rejected in a preview if an endpoint is not a URL", async () => {
    await project.write("Pulumi.yaml", yamlText(program([{ ivschat: "not a URL" }])));
    const preview = await run(project, "pulumi preview");
    expect(preview.ok).toBe(false);
    expect(preview.output).toContain("must be a URL that begins with https:// or http://");
  });
});

describeYaml("secrets of a YAML program", () => {
  const accessKey = "AKIDOFTHEPROVIDER";
  const secretKey = "hush-hush-of-the-provider";
  const program: YamlProgram = {
    config: { room: { type: "string" }, accessKey: { type: "string" }, secretKey: { type: "string" } },
    variables: {
      read: { "fn::invoke": { function: "ivschat:getRoom", arguments: { identifier: "${room}" } } },
    },
    resources: {
      own: {
        type: "pulumi:providers:ivschat",
        properties: { region: "us-east-1", accessKey: "${accessKey}", secretKey: "${secretKey}" },
      },
      tracked: { type: "ivschat:ExistingRoom", properties: { identifier: "${room}" } },
      byKeys: {
        type: "ivschat:ExistingRoom",
        properties: { identifier: lobby },
        options: { provider: "${own}" },
      },
    },
    outputs: { read: "${read.arn}", tracked: "${tracked.name}", byKeys: "${byKeys.name}" },
  };
  const project = useProject(
    yamlProject(program, {
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
    service.putRoom({ arn: lobby, name: "lobby" });
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
    const { ok, output } = await run(project, command);
    expect(ok).toBe(true);
    for (const value of hidden) expect(output).not.toContain(value);
  });

  test("are encrypted in the state file, and can be read with the passphrase", async () => {
    const file = await project.stateFile();
    for (const value of hidden) expect(file).not.toContain(value);
    expect(await project.outputs()).toEqual({ read: stage, tracked: "stage", byKeys: "lobby" });
    expect((await run(project, "pulumi preview --expect-no-changes")).ok).toBe(true);
  });

  test("do not appear in the error of a denied read", async () => {
    service.setDenied(accessKey, ["ivschat:GetRoom"]);
    service.setDenied("AKIDTEST", ["ivschat:GetRoom"]);
    const { ok, output } = await run(project, "pulumi preview --diff");
    expect(ok).toBe(false);
    expect(output).toContain("access denied");
    for (const value of hidden) expect(output).not.toContain(value);
  });
});

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
      const { ok, output } = await run(project, command);
      expect(ok).toBe(true);
      expect(output).not.toContain(secretKey);
    }
    expect(await project.stateFile()).not.toContain(secretKey);
    const own = (await project.state()).find((resource) => resource.type === "pulumi:providers:ivschat");
    expect(JSON.stringify(own?.inputs)).toContain(secretKey);
  });
});

describeYaml("an import of a room", () => {
  const project = useProject(yamlProject({}), "file");

  beforeAll(() => {
    service.setDenied("AKIDTEST", []);
    service.putRoom({ arn: lobby, name: "lobby" });
  });

  test("with `pulumi import` generates a program that previews without a change", async () => {
    const file = join(project.folder, "generated.yaml");
    const imported = await run(project, `pulumi import ${type} stage ${stage} --protect=false --out ${file}`);
    // One for the import and one for its preview.
    expect(imported).toMatchObject({ ok: true, requests: ["GetRoom", "GetRoom"] });
    const generated = readFileSync(file, "utf8");
    expect(generated).toContain(`identifier: ${stage}`);
    await project.write("Pulumi.yaml", `${yamlHead}${generated}`);
    const preview = await run(project, "pulumi preview --expect-no-changes");
    expect(preview).toMatchObject({ ok: true, requests: ["GetRoom"] });
  });

  test("with the resource option `import` records the room in an update", async () => {
    const resources = {
      lobby: {
        type: "ivschat:ExistingRoom",
        properties: { identifier: lobby },
        options: { import: lobby },
      },
    };
    await project.write("Pulumi.yaml", yamlText({ resources }));
    const up = await run(project, "pulumi up --skip-preview");
    expect(up).toMatchObject({ ok: true });
    expect(up.output).toMatch(/ExistingRoom lobby imported/);
    expect((await run(project, "pulumi preview --expect-no-changes")).ok).toBe(true);
  });
});

describeYaml("an ExistingRoom in a YAML program", () => {
  const hall = arn("HallHallHall");
  const byName = { name: "hall" };
  const byArn = { identifier: hall };
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
    service.putRoom({ arn: hall, name: "hall", maximumMessageLength: 250, tags: { team: "blue" } });
    await project.expectOk("up", "--skip-preview");
  });

  test("applies the options ignoreChanges and replaceOnChanges to changed members", async () => {
    expect((await run(project, "pulumi preview --expect-no-changes")).ok).toBe(true);
    service.updateRoom(hall, { maximumMessageLength: 100, tags: { team: "red" } });
    const { output } = await run(project, "pulumi preview");
    const shown = [...output.matchAll(/ExistingRoom (\w+) (\w+) \[diff: (.*?)\]/g)];
    expect(Object.fromEntries(shown.map(([, name, ...change]) => [name, change.join(" ")]))).toEqual({
      plain: "update ~maximumMessageLength,tags,updateTime",
      ignoringTheArgument: "update ~maximumMessageLength,tags,updateTime",
      replacing: "replace ~maximumMessageLength,tags,updateTime",
    });
  });

  test("is replaced if another room now has its name, and the first room continues to exist", async () => {
    service.updateRoom(hall, { name: "old hall" });
    const other = service.putRoom({ name: "hall" });
    const preview = await run(project, "pulumi preview --diff");
    expect(lines(preview)).toContain(`~ arn: "${hall}" => "${other}"`);
    const up = await run(project, "pulumi up --skip-preview");
    expect(up.output).toMatch(/ExistingRoom plain replaced/);
    const ids = (await tracked(project)).map(({ urn, id }) => [urn.split("::").at(-1), id]);
    expect(Object.fromEntries(ids)).toMatchObject({ plain: other, ignoring: hall });
    expect(service.room(hall)).toBeDefined();
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
    const preview = await run(project, "pulumi preview --diff");
    expect(preview).toMatchObject({ ok: true, requests: ["GetRoom"] });
    expect(preview.output).not.toContain("replace");
    const up = await run(project, "pulumi up --skip-preview");
    expect(up).toMatchObject({ ok: true, requests: ["GetRoom"] });
    expect((await tracked(project)).map(({ id }) => id)).toEqual([lobby]);
    expect(await run(project, "pulumi preview --expect-no-changes")).toMatchObject({ ok: true });
    expect(await project.stateFile()).not.toContain("pulumi-nodejs:dynamic");
  });
});
