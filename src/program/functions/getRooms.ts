import type * as pulumi from "@pulumi/pulumi";
import type { GetRoomsArgs } from "../../arguments/rooms";
import { getRoomsFunction } from "../../reading/functions";
import type { GetRoomsResult } from "../../room/room";
import type { Inputs } from "../inputs";
import { invoke, invokeOutput } from "./invoke";

/** The arguments of {@link getRoomsOutput}, which are {@link GetRoomsArgs} with outputs allowed. */
export type GetRoomsOutputArgs = Inputs<GetRoomsArgs>;

/**
 * Reads the configurations of all rooms in a region that match the filters, sorted by ARN.
 *
 * Costs one ListRooms request for every 50 listed rooms, one more if more than 50 rooms are listed, and one GetRoom request for each
 * matching room. The quota of each operation is 5 requests per second for each account and region. The service applies all filters except
 * `namePrefix` and `tags`, so a read that uses only these two lists all rooms in the region. A room that is deleted during the read is
 * omitted.
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
 * Calls {@link getRooms} with arguments that may be outputs. Waits for dependencies and propagates secrets, like {@link getRoomOutput}.
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
