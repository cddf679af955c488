import * as pulumi from "@pulumi/pulumi";
import { ExistingRoom, getRoomOutput, requireRoom } from "../../src";
import { Sink } from "../../test/support/sink";

/** The stack that tracks two rooms and wires their limits into a resource of its own. */
export const rooms = (lobby: string, stage: string) => (): Promise<Record<string, unknown>> => {
  const room = new ExistingRoom("lobby", { identifier: lobby });
  const live = getRoomOutput({ identifier: stage });
  new Sink("chat-client-settings", {
    longestMessage: room.maximumMessageLength,
    messagesPerSecond: room.maximumMessageRatePerSecond,
    isModerated: room.messageReviewHandler.apply(({ uri }) => uri !== ""),
  });
  return Promise.resolve({
    lobby: room.configuration,
    stageMessagesPerSecond: live.maximumMessageRatePerSecond,
  });
};

/** Another stack, which reads the limits that the first one exports. */
export const reader = (stackName: string) => (): Promise<Record<string, unknown>> => {
  const lobby = requireRoom(new pulumi.StackReference(stackName), "lobby");
  new Sink("moderation-bot", { longestMessage: lobby.maximumMessageLength });
  return Promise.resolve({
    longestMessage: lobby.maximumMessageLength,
    team: lobby.tags.apply(({ team }) => team),
  });
};
