import type * as pulumi from "@pulumi/pulumi";
import type { GetRoomResult } from "../../room/room";
import type { GetRoomArgs, GetRoomOutputArgs } from "../../arguments/room";
/**
 * Reads the configuration of a room that may exist in Amazon IVS Chat: `undefined` if there is no such room, and only then. A read that
 * is refused or fails throws, as {@link getRoom} does.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetRoom.html
 *
 * @throws {@link RoomReadError} and the classes below it, but for {@link RoomNotFoundError}.
 *
 * @example
 * ```ts
 * import { findRoom } from "pulumi-ivschat";
 *
 * const room = await findRoom({ name: "lobby" });
 * export const maximumMessageLength = room?.maximumMessageLength ?? 500;
 * ```
 */
export declare function findRoom(args: GetRoomArgs, opts?: pulumi.InvokeOptions): Promise<GetRoomResult | undefined>;
/**
 * {@link findRoom} with arguments that may be outputs of other resources, and with the manners of {@link getRoomOutput}.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetRoom.html
 *
 * @example
 * ```ts
 * import { findRoomOutput } from "pulumi-ivschat";
 *
 * export const exists = findRoomOutput({ name: "lobby" }).apply((room) => room !== undefined);
 * ```
 */
export declare function findRoomOutput(args: GetRoomOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetRoomResult | undefined>;
