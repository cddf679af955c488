import * as pulumi from "@pulumi/pulumi";
import { type GetRoomResult } from "../room/room";
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
export declare function requireRoom(stack: pulumi.StackReference, output: pulumi.Input<string>): pulumi.Output<GetRoomResult>;
