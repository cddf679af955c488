import { ExistingRoom, getRoomOutput } from "pulumi-ivschat";

const identifier = "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl";

export const longestMessage = getRoomOutput({ identifier }).maximumMessageLength;
export const messagesPerSecond = new ExistingRoom("lobby", { identifier }).maximumMessageRatePerSecond;
