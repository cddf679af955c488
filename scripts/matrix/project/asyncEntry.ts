import { ExistingRoom, getRoom, RoomNotFoundError } from "pulumi-ivschat";

const identifier = "arn:aws:ivschat:us-east-1:123456789012:room/LobbyLobby12";

export = async () => {
  const recorded = new ExistingRoom("lobby", { identifier });
  const room = await getRoom({ identifier });
  return {
    limit: recorded.maximumMessageLength,
    floor: 3,
    rate: room.maximumMessageRatePerSecond,
    name: room.name,
    isClass: typeof RoomNotFoundError === "function",
  };
};
