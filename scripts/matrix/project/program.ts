import type * as pulumi from "@pulumi/pulumi";
import { ExistingRoom, getRoomOutput, RoomNotFoundError, type GetRoomResult } from "pulumi-ivschat";

const identifier = "arn:aws:ivschat:us-east-1:123456789012:room/LobbyLobby12";

/** A subclass with a field of its own, which no compiler may turn into one that hides an output. */
class Lobby extends ExistingRoom {
  readonly floor = 3;
}

export function program(): Promise<Record<string, unknown>> {
  const recorded = new Lobby("lobby", { identifier });
  const read: pulumi.Output<GetRoomResult> = getRoomOutput({ identifier });
  const limit: pulumi.Output<number> = recorded.maximumMessageLength;
  return Promise.resolve({
    limit,
    floor: recorded.floor,
    rate: read.maximumMessageRatePerSecond,
    name: recorded.configuration.apply((room) => room.name),
    isClass: typeof RoomNotFoundError === "function",
  });
}
