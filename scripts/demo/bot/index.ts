import * as pulumi from "@pulumi/pulumi";
import { requireRoom } from "pulumi-ivschat";

const lobby = requireRoom(new pulumi.StackReference("organization/rooms/dev"), "lobby");

export const longestMessage = lobby.maximumMessageLength;
export const team = lobby.tags.apply(({ team }) => team);
