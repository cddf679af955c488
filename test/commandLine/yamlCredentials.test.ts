import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { leaksIn } from "../support/leaks";
import { useProject } from "../support/project";
import { arn, useLocalIvsChat } from "../support/service";
import { describeYaml, yamlProject } from "../support/yamlProject";

const lobby = arn("LobbyLobby12");
const hall = arn("HallHallHall");
const service = useLocalIvsChat(
  {
    state: {
      rooms: [
        { arn: lobby, name: "lobby" },
        { arn: hall, name: "hall" },
      ],
    },
  },
  "file",
);

const stack = {
  accessKey: "AKIDOFTHESTACK",
  secretKey: "hush/secret+of-the-stack",
  token: "hush/token+of-the-stack",
};
const own = {
  accessKey: "AKIDOFTHEPROVIDER",
  secretKey: "hush/secret+of-a-provider",
  token: "hush/token+of-a-provider",
  httpsProxy: "http://user:hush%2Bproxy@127.0.0.1:1",
};
const secrets = [...Object.values(stack), ...Object.values(own).slice(0, 3), "hush%2Bproxy", "hush+proxy"];

describeYaml("credentials of the plugin on the command line", () => {
  const secret = (values: Record<string, string>, prefix: string) =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [`${prefix}${key}`, { value, secret: true as const }]),
    );
  const read = (identifier: string, options: object = {}) => ({
    "fn::invoke": { function: "ivschat:getRoom", arguments: { identifier }, options },
  });
  const project = useProject(
    yamlProject(
      {
        config: Object.fromEntries(Object.keys(own).map((key) => [key, { type: "string" }])),
        variables: { read: read(lobby), readByOwn: read(hall, { provider: "${own}" }) },
        resources: {
          own: {
            type: "pulumi:providers:ivschat",
            properties: {
              region: "us-east-1",
              ...Object.fromEntries(Object.keys(own).map((key) => [key, `\${${key}}`])),
            },
          },
          lobby: { type: "ivschat:ExistingRoom", properties: { identifier: lobby } },
          hall: {
            type: "ivschat:ExistingRoom",
            properties: { identifier: hall },
            options: { provider: "${own}" },
          },
        },
        outputs: { read: "${read.name}", readByOwn: "${readByOwn.name}" },
      },
      // PULUMI_DEBUG_COMMANDS enables --event-log, with which the engine writes its events to a file.
      {
        env: { PULUMI_DEBUG_COMMANDS: "true" },
        config: { ...secret(stack, "ivschat:"), ...secret(own, "") },
      },
    ),
    "file",
  );

  beforeAll(() => {
    for (const { accessKey, secretKey, token } of [stack, own])
      service.setCaller(accessKey, {
        account: "123456789012",
        secretAccessKey: secretKey,
        sessionToken: token,
      });
  });

  /** Runs a command at the highest log level. Returns the output, the events, and the state. */
  async function seen(...args: string[]): Promise<{ ok: boolean; texts: Record<string, string> }> {
    const events = join(project.folder, "events.json");
    const loud = ["--logtostderr", "-v=11", "--logflow", "--event-log", events];
    const { ok, stdout, stderr } = await project.pulumi(...args, ...loud);
    const state = await project.stateFile();
    return { ok, texts: { stdout, stderr, events: await readFile(events, "utf8"), state } };
  }

  test.each([
    ["a preview", ["preview", "--diff"], true],
    ["an update", ["up", "--skip-preview", "--diff"], true],
    ["a refresh", ["refresh", "--skip-preview", "--diff"], true],
    ["a preview that is denied", ["preview", "--diff"], false],
    ["a refresh that is denied", ["refresh", "--skip-preview", "--diff"], false],
  ])("appear nowhere in %s", async (_, args, isAllowed) => {
    for (const { accessKey } of [stack, own])
      service.setDenied(accessKey, isAllowed ? [] : ["ivschat:GetRoom", "ivschat:ListRooms"]);
    const { ok, texts } = await seen(...args);
    expect(ok).toBe(isAllowed);
    expect(texts.stderr).toContain("Configure()");
    expect(Object.entries(texts).map(([name, text]) => [name, ...leaksIn(text, secrets)])).toEqual(
      Object.keys(texts).map((name) => [name]),
    );
  });
});
