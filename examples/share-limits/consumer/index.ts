import * as pulumi from "@pulumi/pulumi";
import { requireRoom } from "pulumi-ivschat";

const rooms = new pulumi.StackReference(new pulumi.Config().require("roomsStack"));
const lobby = requireRoom(rooms, "lobby");

export const longestMessage = lobby.maximumMessageLength;
export const messagesPerMinute = lobby.maximumMessageRatePerSecond.apply((perSecond) => perSecond * 60);
