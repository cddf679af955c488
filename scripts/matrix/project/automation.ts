import type * as pulumi from "@pulumi/pulumi";
import { LocalWorkspace } from "@pulumi/pulumi/automation/index.js";
import { ExistingRoom, getRoom, getRoomOutput, RoomNotFoundError, type GetRoomResult } from "pulumi-ivschat";

/** Runs one operation of an inline program with the Automation API. Each operation runs in a separate process, as with the Pulumi CLI. */
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

/** A subclass with its own field. Checks that the compiled class does not overwrite the outputs of the base class. */
class Lobby extends ExistingRoom {
  readonly floor = 3;
}

main(process.argv[2] ?? "").catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
