import * as pulumi from "@pulumi/pulumi";
import { ExistingRoom } from "pulumi-ivschat";

const room = new ExistingRoom("lobby", { identifier: new pulumi.Config().require("roomArn") });

export const maximumMessageLength = room.maximumMessageLength;
export const updated = room.updateTime;
