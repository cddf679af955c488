import { arn } from "../../support/service";

export const lobby = arn("LobbyLobby12");
export const stage = arn("StageStage12");
export const time = "2026-01-02T03:04:05.678Z";
export const logs = "arn:aws:ivschat:us-east-1:123456789012:logging-configuration/ChatLogs0001";
export const review = "arn:aws:lambda:us-east-1:123456789012:function:review";

/** The room that test/state/1.0.0.json records. */
export const lobbyRoom = {
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

/** The rooms of the service. The third room is named after the region in the ARNs of the fake AWS plugin. */
export const rooms = [
  lobbyRoom,
  { arn: stage, name: "stage" },
  { arn: arn("LaterLater12"), name: "stand-in" },
];
