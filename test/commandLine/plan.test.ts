import { useProject } from "../support/project";
import { arn, useLocalIvsChat } from "../support/service";

const lobby = arn("LobbyLobby12");
const program = `
import { ExistingRoom } from "pulumi-ivschat";

export const longestMessage = new ExistingRoom("lobby", { identifier: "${lobby}" }).maximumMessageLength;
`;
const service = useLocalIvsChat({ state: { rooms: [{ arn: lobby, maximumMessageLength: 500 }] } });
const project = useProject({ files: { "index.ts": program }, env: { PULUMI_EXPERIMENTAL: "true" } });

test("an update with a plan fails if a tracked room has changed since the plan", async () => {
  const plan = () => project.expectOk("preview", "--save-plan", "plan.json");
  const update = () => project.pulumi("up", "--plan", "plan.json");
  await plan();
  expect((await update()).ok).toBe(true);
  service.updateRoom(lobby, { maximumMessageLength: 111 });
  await plan();

  service.updateRoom(lobby, { maximumMessageLength: 99 });
  const { ok, output } = await update();
  expect(ok).toBe(false);
  expect(output).toContain("violates plan: properties changed: ~~maximumMessageLength[{111}!={99}]");
  expect(await project.outputs()).toEqual({ longestMessage: 500 });
});
