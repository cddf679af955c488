import * as pulumi from "@pulumi/pulumi";
import { IncompleteRoomError } from "../errors";
import { printed } from "../room/text";
import { MalformedAnswer } from "../room/answer";
import { roomFromAnswer } from "../room/fromAnswer";
import { roomMembers, type GetRoomResult } from "../room/room";
import { membersIn } from "../tracking/properties";
import { ownError } from "./ownError";

/**
 * Returns a room from the output of another stack. The other stack must export an {@link ExistingRoom}, its `configuration`, or the result
 * of a function such as {@link getRoomOutput}.
 *
 * Validates every member. Makes no request to the service. If the stack output is secret, the result is secret.
 *
 * @throws {@link IncompleteRoomError}, through the output, if the stack output does not exist or is not the configuration of a room.
 *
 * @example
 * ```ts
 * import * as pulumi from "@pulumi/pulumi";
 * import { requireRoom } from "pulumi-ivschat";
 *
 * const rooms = new pulumi.StackReference("acme/rooms/production");
 * const lobby = requireRoom(rooms, "lobby");
 * export const maximumMessageLength = lobby.maximumMessageLength;
 * ```
 */
export function requireRoom(
  stack: pulumi.StackReference,
  output: pulumi.Input<string>,
): pulumi.Output<GetRoomResult> {
  const exported = stack.getOutput(output);
  return pulumi
    .all([stack.name, output, exported])
    .apply(async ([stackName, outputName, value]) =>
      roomOf(value, stackName, outputName, await pulumi.isSecret(exported)),
    );
}

function roomOf(value: unknown, stack: string, output: string, isSecret: boolean): GetRoomResult {
  const name = `output ${printed(output)} of stack ${stack}`;
  if (value === undefined)
    throw invalidOutput(`there is no ${name}; export it from that stack and run \`pulumi up\` there`);
  try {
    const room = configurationIn(value);
    const members = new Map(typeof room === "object" && room !== null ? Object.entries(room) : []);
    const missing = roomMembers.find((member) => members.get(member) == null);
    if (missing !== undefined)
      throw new MalformedAnswer(missing, undefined, "a member of a room's configuration");
    return roomFromAnswer(room);
  } catch (error) {
    if (!(error instanceof MalformedAnswer)) throw error;
    const reason = isSecret ? "the details are omitted because the output is secret" : error.message;
    throw invalidOutput(
      `${name} is not a room's configuration: ${reason}; export an ExistingRoom's \`configuration\` or the result of ` +
        "getRoomOutput, with a current version of pulumi-ivschat, and run `pulumi up` there",
    );
  }
}

// An exported ExistingRoom has the room's ID in `roomId`, because `id` is the resource ID.
function configurationIn(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("urn" in value && "roomId" in value)) return value;
  return membersIn(value);
}

function invalidOutput(message: string): IncompleteRoomError {
  return ownError(new IncompleteRoomError(message, { code: "StackOutput" }));
}
