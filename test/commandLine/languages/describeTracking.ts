import type { LocalIvsChat } from "../../support/localIvsChat";
import { useProject } from "../../support/project";
import type { Language } from "./language";
import { lobby, logs, review, time } from "./rooms";
import { lines, run } from "./run";

interface Step {
  readonly when: string;
  readonly before?: () => void;
  readonly command: string;
  readonly code?: number;
  readonly requests: readonly string[];
  readonly shows: readonly (string | RegExp)[];
}

/** The exit code of `pulumi` for unexpected changes. */
const closed = 7;

// In milliseconds. Long, because the first command of a Go program compiles it.
const timeout = 600_000;

/** Describes tests of the output and the requests of each command, over the life cycle of a tracked room. */
export function describeTracking(
  {
    name,
    describe,
    project: projectOf,
    programs,
  }: Pick<Language, "name" | "describe" | "project"> & {
    readonly programs: Pick<Language["programs"], "tracking">;
  },
  service: LocalIvsChat,
): void {
  const change = () => {
    service.updateRoom(lobby, { maximumMessageLength: 100, tags: { stage: "live", team: "blue" } });
  };
  const remove = () => {
    service.deleteRoom(lobby);
  };
  const nothing = () => undefined;
  const drift = ["~ maximumMessageLength: 250 => 100", '+ team: "blue"'];
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

  describe(`a ${name} program that reads and tracks a room`, () => {
    const project = useProject(projectOf(programs.tracking(lobby), { packages: ["@pulumi/aws"] }), "file");

    test.each(steps)(
      "`$command` $when",
      async ({ before = nothing, command, code = 0, requests, shows }) => {
        before();
        const result = await run(service, project, command);
        expect(result).toMatchObject({ code, requests });
        for (const line of shows)
          if (typeof line === "string") expect(lines(result)).toContain(line);
          else expect(result.output).toMatch(line);
      },
      timeout,
    );
  });
}
