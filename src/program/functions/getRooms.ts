import type * as pulumi from "@pulumi/pulumi";
import type { GetRoomsArgs } from "../../arguments/rooms";
import { getRoomsFunction } from "../../reading/functions";
import type { GetRoomsResult } from "../../room/room";
import type { Inputs } from "../inputs";
import { invoke, invokeOutput } from "./invoke";

/**
 * {@link GetRoomsArgs} whose members may be outputs of other resources.
 *
 * @example
 * ```ts
 * import * as pulumi from "@pulumi/pulumi";
 * import { getRoomsOutput, type GetRoomsOutputArgs } from "pulumi-ivschat";
 *
 * const args: GetRoomsOutputArgs = { namePrefix: pulumi.output("live-") };
 * const { rooms } = getRoomsOutput(args);
 * ```
 */
export type GetRoomsOutputArgs = Inputs<GetRoomsArgs>;

/**
 * Reads the configurations of all rooms of a region that pass the filters, complete with their limits.
 *
 * Costs one ListRooms request for each 50 rooms that the service lists, and one GetRoom request for each room that passes, at the pace of
 * the service's quota (5 a second each). Filters but `namePrefix` and `tags` are applied by the service. A room that is deleted
 * meanwhile is left out.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_ListRooms.html
 *
 * @throws {@link RoomReadError} and the classes below it.
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
 * {@link getRooms} with arguments that may be outputs of other resources, and with the manners of {@link getRoomOutput}.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_ListRooms.html
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
