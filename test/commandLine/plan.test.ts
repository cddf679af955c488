import { createProject } from "../support/project";
import { arn, startService } from "../support/service";
import { serviceEnvironment } from "../support/serviceEnvironment";

const lobby = arn("LobbyLobby12");
const program = `
import { ExistingRoom } from "pulumi-ivschat";

export const longestMessage = new ExistingRoom("lobby", { identifier: "${lobby}" }).maximumMessageLength;
`;

test("an update that keeps to a plan is refused when a tracked room has changed since", async () => {
  const service = await startService({ state: { rooms: [{ arn: lobby, maximumMessageLength: 500 }] } });
  const env = { ...serviceEnvironment(service), PULUMI_EXPERIMENTAL: "true" };
  const project = await createProject({ files: { "index.ts": program }, env });
  const plan = () => project.expectOk("preview", "--save-plan", "plan.json");
  const update = () => project.pulumi("up", "--plan", "plan.json");
  try {
    await plan();
    expect((await update()).ok).toBe(true);
    service.updateRoom(lobby, { maximumMessageLength: 111 });
    await plan();

    service.updateRoom(lobby, { maximumMessageLength: 99 });
    const { ok, output } = await update();
    expect(ok).toBe(false);
    expect(output).toContain("violates plan: properties changed: ~~maximumMessageLength[{111}!={99}]");
    expect(await project.outputs()).toEqual({ longestMessage: 500 });
  } finally {
    await project.close();
    await service.stop();
  }
});
