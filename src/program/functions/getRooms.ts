import type * as pulumi from "@pulumi/pulumi";
import type { GetRoomsArgs } from "../../arguments/rooms";
import { getRoomsFunction } from "../../reading/functions";
import type { GetRoomsResult } from "../../room/room";
import type { Inputs } from "../inputs";
import { invoke, invokeOutput } from "./invoke";

/** The arguments of {@link getRoomsOutput}: {@link GetRoomsArgs} whose members may be outputs. */
export type GetRoomsOutputArgs = Inputs<GetRoomsArgs>;

/**
 * Reads the configurations of all rooms in a region that match the filters, sorted by ARN.
 *
 * Costs one ListRooms request for each 50 rooms in the list, one more if the list has more than one page, and one GetRoom request for each
 * room that matches. The quota of both is 5 per second for each account and region. The service applies all filters except `namePrefix`
 * and `tags`: with those alone, all rooms of the region are listed. A room that is deleted during the read is omitted.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_ListRooms.html
 *
 * @throws {@link InvalidRoomIdentifierError} before any request if the arguments are invalid.
 * @throws {@link RoomReadError} or one of its subclasses if the read fails.
 *
 * @example
 * ```ts
 * import { getRooms } from "pulumi-ivschat";
 *
 * const { rooms } = await getRooms({ tags: { stage: "production" } });
 * export const longest = Math.max(...rooms.map((room) => room.maximumMessageLength));
 * ```
 */
export function getRooms(args: GetRoomsArgs = {}, opts?: pulumi.InvokeOptions): Promise<GetRoomsResult> {
  return invoke(getRoomsFunction, args, opts);
}

/**
 * Calls {@link getRooms} with arguments that may be outputs. Like {@link getRoomOutput}, it waits for dependencies, stays unknown until
 * they exist, and propagates secrets.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_ListRooms.html
 *
 * @throws The errors of {@link getRooms}, through the output.
 *
 * @example
 * ```ts
 * import { getRoomsOutput } from "pulumi-ivschat";
 *
 * export const arns = getRoomsOutput().rooms.apply((rooms) => rooms.map((room) => room.arn));
 * ```
 */
export function getRoomsOutput(
  args: GetRoomsOutputArgs = {},
  opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetRoomsResult> {
  return invokeOutput(getRoomsFunction, args, opts);
}
