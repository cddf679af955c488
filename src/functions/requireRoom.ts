import * as pulumi from "@pulumi/pulumi";
import { IncompleteRoomError } from "../reading/errors";
import { printed } from "../room/arn";
import { MalformedAnswer, roomFromAnswer } from "../room/fromAnswer";
import { roomMembers, type GetRoomResult } from "../room/room";

/**
 * A room that another stack exported: its output holds the `configuration` of an ExistingRoom, or the result of getRoomOutput. The value
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
  return pulumi
    .all([stack.name, output, stack.getOutput(output)])
    .apply(([stackName, outputName, value]) => roomOf(value, stackName, outputName));
}

function roomOf(value: unknown, stack: string, output: string): GetRoomResult {
  const name = `output ${printed(output)} of stack ${stack}`;
  if (value === undefined)
    throw refused(`there is no ${name}; does that stack export it, and has it been updated since?`);
  try {
    const given = new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
    const missing = roomMembers.find((member) => given.get(member) == null);
    if (missing !== undefined)
      throw new MalformedAnswer(missing, undefined, "a member of a room's configuration");
    return roomFromAnswer(value);
  } catch (error) {
    if (!(error instanceof MalformedAnswer)) throw error;
    throw refused(
      `${name} is not a room's configuration: ${error.message}; export an ExistingRoom's \`configuration\` or the result of ` +
        "getRoomOutput, with a current version of pulumi-ivschat, and update that stack",
    );
  }
}

function refused(message: string): IncompleteRoomError {
  return new IncompleteRoomError(message, { code: "StackOutput" });
}
