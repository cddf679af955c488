import type * as pulumi from "@pulumi/pulumi";
import { ExistingRoom, getRoomOutput, RoomNotFoundError, type GetRoomResult } from "pulumi-ivschat";

const identifier = "arn:aws:ivschat:us-east-1:123456789012:room/LobbyLobby12";

/** A subclass with its own field. Checks that the compiled class does not overwrite the outputs of the base class. */
class Lobby extends ExistingRoom {
  readonly floor = 3;
}

const recorded = new Lobby("lobby", { identifier });
const read: pulumi.Output<GetRoomResult> = getRoomOutput({ identifier });

export const limit: pulumi.Output<number> = recorded.maximumMessageLength;
export const floor = recorded.floor;
export const rate = read.maximumMessageRatePerSecond;
export const name = recorded.configuration.apply((room) => room.name);
export const isClass = typeof RoomNotFoundError === "function";
