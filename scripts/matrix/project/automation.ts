import type * as pulumi from "@pulumi/pulumi";
import { LocalWorkspace } from "@pulumi/pulumi/automation/index.js";
import { ExistingRoom, getRoom, getRoomOutput, RoomNotFoundError, type GetRoomResult } from "pulumi-ivschat";

/** One operation of the stack by the Automation API, with the program inline: in a process of its own, as `pulumi` has it. */
async function main(operation: string): Promise<void> {
  const stack = await LocalWorkspace.createOrSelectStack(
    { projectName: "rooms", stackName: "dev", program },
    { workDir: process.cwd() },
  );
  const options = {
    color: "never" as const,
    onOutput: (text: string) => {
      process.stdout.write(text);
    },
  };
  if (operation === "preview") await stack.preview({ ...options, diff: true });
  else if (operation === "up") await stack.up(options);
  else if (operation === "refresh") await stack.refresh(options);
  else throw new Error(`no such operation: ${operation}`);
}

async function program(): Promise<Record<string, unknown>> {
  const identifier = "arn:aws:ivschat:us-east-1:123456789012:room/LobbyLobby12";
  const recorded = new Lobby("lobby", { identifier });
  const read: pulumi.Output<GetRoomResult> = getRoomOutput({ identifier });
  const room: GetRoomResult = await getRoom({ identifier });
  return {
    limit: recorded.maximumMessageLength,
    floor: recorded.floor,
    rate: read.maximumMessageRatePerSecond,
    name: room.name,
    isClass: typeof RoomNotFoundError === "function",
  };
}

/** A subclass with a field of its own, which no compiler may turn into one that hides an output. */
class Lobby extends ExistingRoom {
  readonly floor = 3;
}

main(process.argv[2] ?? "").catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
