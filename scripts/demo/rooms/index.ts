import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ExistingRoom } from "pulumi-ivschat";

const room = new ExistingRoom("lobby", { identifier: new pulumi.Config().require("lobbyArn") });

// The settings that chat clients read.
new aws.ssm.Parameter("chat-settings", {
  type: "String",
  insecureValue: pulumi.jsonStringify({
    longestMessage: room.maximumMessageLength,
    messagesPerSecond: room.maximumMessageRatePerSecond,
    isModerated: room.messageReviewHandler.apply(({ uri }) => uri !== ""),
  }),
});

export const lobby = room.configuration;
