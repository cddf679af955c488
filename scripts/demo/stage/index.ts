import * as aws from "@pulumi/aws";
import { ExistingRoom, getRoomOutput } from "pulumi-ivschat";

const provider = new aws.Provider("ireland", { region: "eu-west-1" });

const stage = new ExistingRoom("stage", { name: "stage" }, { provider });
const { messageReviewHandler } = getRoomOutput({ name: "stage" }, { provider });

export const messagesPerSecond = stage.maximumMessageRatePerSecond;
export const review = messageReviewHandler.uri;
