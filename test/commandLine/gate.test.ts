import { useProject } from "../support/project";
import { arn, useLocalIvsChat } from "../support/service";

const lobby = arn("LobbyLobby12");
const stage = arn("StageStage12");
const program = `
import { ExistingRoom, getRoomOutput } from "pulumi-ivschat";

export const longestInLobby = new ExistingRoom("lobby", { identifier: "${lobby}" }).maximumMessageLength;
export const longestOnStage = getRoomOutput({ identifier: "${stage}" }).maximumMessageLength;
`;

/** The exit code of `pulumi` if --expect-no-changes finds a change. */
const closed = 7;

const rooms = [lobby, stage].map((room) => ({ arn: room, maximumMessageLength: 500 }));
const service = useLocalIvsChat({ state: { rooms } }, "file");
const project = useProject({ files: { "index.ts": program } }, "file");
beforeAll(() => project.expectOk("up", "--skip-preview"));

const run = (command: string) => project.pulumi(...command.split(" ").slice(1));

test("--expect-no-changes ignores changes of a room that only a function reads", async () => {
  service.updateRoom(stage, { maximumMessageLength: 250 });
  const { code, output } = await run("pulumi preview --expect-no-changes");
  expect(output).toContain("longestOnStage: 500 => 250");
  expect(code).toBe(0);
  expect((await run("pulumi refresh --preview-only --expect-no-changes")).code).toBe(0);
});

describe("if a tracked room has changed", () => {
  beforeAll(() => {
    service.updateRoom(lobby, { maximumMessageLength: 250 });
  });

  test.each(["pulumi preview --expect-no-changes", "pulumi refresh --preview-only --expect-no-changes"])(
    "`%s` fails",
    async (command) => {
      const { code, output } = await run(command);
      expect(output).toMatch(/ExistingRoom lobby update \[diff: ~maximumMessageLength,updateTime]/);
      expect(output).toMatch(/error: no changes were expected/);
      expect(code).toBe(closed);
    },
  );

  test("`pulumi preview --refresh --expect-no-changes` passes, because the command refreshes the state first", async () => {
    const { code, output } = await run("pulumi preview --refresh --expect-no-changes");
    expect(output).toMatch(/ExistingRoom lobby refresh \[diff: ~maximumMessageLength,updateTime]/);
    expect(code).toBe(0);
  });

  test("`pulumi preview --expect-no-changes` passes with `refresh: always` in Pulumi.yaml, and fails with --refresh=false", async () => {
    const settings = { name: "rooms", runtime: "nodejs", options: { refresh: "always" } };
    await project.write("Pulumi.yaml", JSON.stringify(settings));
    expect((await run("pulumi preview --expect-no-changes")).code).toBe(0);
    expect((await run("pulumi preview --refresh=false --expect-no-changes")).code).toBe(closed);
  });
});
