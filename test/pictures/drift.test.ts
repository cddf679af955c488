import Anser from "anser";
import { terminalPicture } from "../../scripts/pictures/terminal";
import { ExistingRoom } from "../../src";
import { useEngine } from "../support/engine";
import { normalised } from "../support/readmeOutput";
import { arn, useLocalIvsChat } from "../support/service";
import { expectPicture } from "./expectPicture";

const engine = useEngine();

const lobby = arn("LobbyLobby12");
const service = useLocalIvsChat({
  state: {
    rooms: [
      {
        arn: lobby,
        createTime: "2026-03-02T09:30:00.000Z",
        name: "lobby",
        maximumMessageLength: 500,
        maximumMessageRatePerSecond: 100,
        tags: { stage: "production", team: "live" },
      },
    ],
  },
});

test("the picture of a preview shows the engine's output for a changed room", async () => {
  const program = () => {
    new ExistingRoom("lobby", { identifier: lobby });
    return Promise.resolve({});
  };
  const stack = await engine.stack({ project: "show", name: "dev", program });
  await stack.up();
  jest.spyOn(Date, "now").mockReturnValueOnce(Date.parse("2026-11-02T10:15:00Z"));
  service.updateRoom(lobby, {
    maximumMessageLength: 250,
    messageReviewHandler: {
      uri: "arn:aws:lambda:us-east-1:123456789012:function:review",
      fallbackResult: "DENY",
    },
    tags: { stage: "production", team: "night" },
  });
  const { output } = await stack.preview({ diff: true, isColored: true });
  expect(Anser.ansiToText(output)).toContain("maximumMessageLength           : 500 => 250");
  expectPicture("drift.svg", terminalPicture("pulumi preview --diff", normalised(output)));
});
