import type * as pulumi from "@pulumi/pulumi";
import type { ConnectionArgs } from "../../arguments/connection";
import type { GetRoomArgs, RoomByIdentifier, RoomByName, RoomByTags } from "../../arguments/room";
import { getRoomFunction } from "../../reading/functions";
import type { GetRoomResult } from "../../room/room";
import type { Inputs } from "../inputs";
import { invoke, invokeOutput } from "./invoke";

/** The arguments of {@link getRoomOutput}, which are {@link GetRoomArgs} with outputs allowed. */
export type GetRoomOutputArgs = (Inputs<RoomByIdentifier> | Inputs<RoomByName> | Inputs<RoomByTags>) &
  Inputs<ConnectionArgs>;

/**
 * Reads the configuration of an Amazon IVS Chat room.
 *
 * Costs one GetRoom request. Selecting the room by `name` also costs one ListRooms request for every 50 rooms with that name. Selecting it
 * by `tags` alone, or by the name `""`, costs one ListRooms request for every 50 rooms in the region. If more than 50 rooms are listed,
 * one additional ListRooms request is made.
 *
 * Every preview and update reads the room again. In one run, calls for the same room share a request. Requests are limited to the service's
 * quota (5 per second for each operation, account, and region).
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetRoom.html
 *
 * @throws {@link InvalidRoomIdentifierError} before any request if the arguments are invalid.
 * @throws {@link RoomNotFoundError}, {@link AmbiguousRoomError}, {@link AccessDeniedError}, {@link CredentialsError},
 * {@link ThrottledError}, {@link IncompleteRoomError}, or another {@link RoomReadError}.
 *
 * @example
 * ```ts
 * import { getRoom } from "pulumi-ivschat";
 *
 * const room = await getRoom({ identifier: "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl" });
 * console.log(room.maximumMessageLength, room.maximumMessageRatePerSecond);
 * ```
 */
export function getRoom(args: GetRoomArgs, opts?: pulumi.InvokeOptions): Promise<GetRoomResult> {
  return invoke(getRoomFunction, args, opts);
}

/**
 * Calls {@link getRoom} with arguments that may be outputs.
 *
 * Waits for the resources in `dependsOn` and for all resources that the arguments depend on. If one of these resources does not exist yet
 * in a preview, the result is unknown and no request is made. If an argument is secret, the result is secret.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetRoom.html
 *
 * @throws The errors of {@link getRoom}, through the output.
 *
 * @example
 * ```ts
 * import * as pulumi from "@pulumi/pulumi";
 * import { getRoomOutput } from "pulumi-ivschat";
 *
 * const identifier = new pulumi.Config().require("roomArn");
 * export const maximumMessageLength = getRoomOutput({ identifier }).maximumMessageLength;
 * ```
 */
export function getRoomOutput(
  args: GetRoomOutputArgs,
  opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetRoomResult> {
  return invokeOutput(getRoomFunction, args, opts);
}
