import * as pulumi from "@pulumi/pulumi";
import { getRoomOutput } from "pulumi-ivschat";

const room = getRoomOutput({ identifier: new pulumi.Config().require("roomArn") });

export const name = room.name;
export const maximumMessageLength = room.maximumMessageLength;
export const maximumMessageRatePerSecond = room.maximumMessageRatePerSecond;
export const isReviewed = room.messageReviewHandler.apply(({ uri }) => uri !== "");
export const tags = room.tags;
