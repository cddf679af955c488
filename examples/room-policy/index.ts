import * as pulumi from "@pulumi/pulumi";
import { ExistingRoom } from "pulumi-ivschat";

const config = new pulumi.Config();
const lobby = new ExistingRoom("lobby", { identifier: config.require("lobbyArn") });
const stage = new ExistingRoom("stage", { identifier: config.require("stageArn") });

export const messagesPerSecond = {
  lobby: lobby.maximumMessageRatePerSecond,
  stage: stage.maximumMessageRatePerSecond,
};
