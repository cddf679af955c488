import { useProject } from "../support/project";
import { arn, useLocalIvsChat } from "../support/service";

const lobby = arn("LobbyLobby12");

const program = `
import * as pulumi from "@pulumi/pulumi";
import { ExistingRoom, getRoomOutput } from "pulumi-ivschat";

const config = new pulumi.Config();
const identifier: string = config.require("lobby");
export const token = config.requireSecret("token");
export const longestMessage = new ExistingRoom("lobby", { identifier }).maximumMessageLength;
export const messagesPerSecond = getRoomOutput({ identifier }).maximumMessageRatePerSecond;
`;

describe("the pulumi command", () => {
  const service = useLocalIvsChat({ state: { rooms: [{ arn: lobby, maximumMessageLength: 500 }] } }, "file");
  const project = useProject(
    {
      files: { "index.ts": program },
      config: { "aws:region": "us-east-1", lobby, token: { value: "a secret", secret: true } },
      isTypeChecked: true,
    },
    "file",
  );

  test("previews, updates, shows drift, refreshes and destroys a stack with a room, without a warning", async () => {
    const preview = await project.pulumi("preview", "--diff");
    expect(preview).toMatchObject({ ok: true, stderr: "" });
    expect(preview.output).toMatch(/maximumMessageLength +: 500/);

    const up = await project.pulumi("up");
    expect(up).toMatchObject({ ok: true, stderr: "" });
    expect(await project.outputs()).toEqual({
      longestMessage: 500,
      messagesPerSecond: 10,
      token: "a secret",
    });
    expect((await project.pulumi("preview", "--expect-no-changes")).ok).toBe(true);

    service.updateRoom(lobby, { maximumMessageLength: 250 });
    const drift = await project.pulumi("preview", "--diff", "--expect-no-changes");
    expect(drift.ok).toBe(false);
    expect(drift.output).toMatch(/maximumMessageLength +: 500 => 250/);

    expect((await project.pulumi("refresh")).output).toMatch(/1 updated/);
    expect((await project.pulumi("up")).ok).toBe(true);
    expect((await project.pulumi("destroy")).ok).toBe(true);
    expect(service.room(lobby)).toBeDefined();
  });
});
