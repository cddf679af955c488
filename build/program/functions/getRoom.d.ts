import type * as pulumi from "@pulumi/pulumi";
import type { GetRoomResult } from "../../room/room";
import { type PulumiFunction } from "./invoke";
import type { GetRoomArgs, GetRoomOutputArgs } from "../../arguments/room";
/**
 * Reads the configuration of a room that exists in Amazon IVS Chat.
 *
 * The room is named by its ARN (one GetRoom request), or by its exact name, its tags or both (one ListRooms request more). A read
 * happens at preview and at update, once for all of a run who ask for the same room, and waits its turn within the service's quota
 * (5 requests a second for each account and region).
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetRoom.html
 *
 * @throws {@link InvalidRoomIdentifierError} before any request, for arguments that name no room.
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
export declare function getRoom(args: GetRoomArgs, opts?: pulumi.InvokeOptions): Promise<GetRoomResult>;
/**
 * Reads the configuration of a room that exists in Amazon IVS Chat, with arguments that may be outputs of other resources.
 *
 * Waits for every resource among its arguments and `dependsOn`; in a preview the result is unknown while one of them does not exist yet,
 * and no request is made. Secret arguments make a secret result. Otherwise as {@link getRoom}.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetRoom.html
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
export declare function getRoomOutput(args: GetRoomOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetRoomResult>;
export declare const roomFunction: PulumiFunction<GetRoomArgs, GetRoomResult>;
