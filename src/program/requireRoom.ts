import * as pulumi from "@pulumi/pulumi";
import { IncompleteRoomError } from "../errors";
import { printed } from "../room/text";
import { MalformedAnswer } from "../room/answer";
import { roomFromAnswer } from "../room/fromAnswer";
import { roomMembers, type GetRoomResult } from "../room/room";
import { membersIn } from "../tracking/properties";
import { ownError } from "./ownError";

/**
 * A room that another stack exported: its output holds an ExistingRoom or its `configuration`, or the result of getRoomOutput. The value
 * is checked member by member; a secret output stays secret.
 *
 * @throws {@link IncompleteRoomError}, through the output, that names the stack, the output and the member at fault: where there is no
 * such output, or it holds something else.
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
    throw refused(`there is no ${name}; does that stack export it, and has it been updated since?`);
  try {
    const room = configurationIn(value);
    const given = new Map(typeof room === "object" && room !== null ? Object.entries(room) : []);
    const missing = roomMembers.find((member) => given.get(member) == null);
    if (missing !== undefined)
      throw new MalformedAnswer(missing, undefined, "a member of a room's configuration");
    return roomFromAnswer(room);
  } catch (error) {
    if (!(error instanceof MalformedAnswer)) throw error;
    const reason = isSecret ? "it is secret, and so is what is wrong with it" : error.message;
    throw refused(
      `${name} is not a room's configuration: ${reason}; export an ExistingRoom's \`configuration\` or the result of ` +
        "getRoomOutput, with a current version of pulumi-ivschat, and update that stack",
    );
  }
}

// Of an ExistingRoom that is exported whole, `id` is the resource's, and `roomId` the room's.
function configurationIn(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("urn" in value && "roomId" in value)) return value;
  return membersIn(value);
}

function refused(message: string): IncompleteRoomError {
  return ownError(new IncompleteRoomError(message, { code: "StackOutput" }));
}
