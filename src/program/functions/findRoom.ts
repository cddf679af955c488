import type * as pulumi from "@pulumi/pulumi";
import type { GetRoomArgs } from "../../arguments/room";
import { findRoomFunction, getRoomFunction } from "../../reading/functions";
import type { GetRoomResult } from "../../room/room";
import type { GetRoomOutputArgs } from "./getRoom";
import { invoke, invokeOutput, type PulumiFunction } from "./invoke";

/**
 * Reads the configuration of an Amazon IVS Chat room, or returns `undefined` if there is no such room.
 *
 * Makes the same requests as {@link getRoom}.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetRoom.html
 *
 * @throws {@link RoomReadError} or one of its subclasses if the read fails for any other reason, like {@link getRoom}.
 *
 * @example
 * ```ts
 * import { findRoom } from "pulumi-ivschat";
 *
 * const room = await findRoom({ name: "lobby" });
 * export const maximumMessageLength = room?.maximumMessageLength ?? 500;
 * ```
 */
export function findRoom(args: GetRoomArgs, opts?: pulumi.InvokeOptions): Promise<GetRoomResult | undefined> {
  return invoke(optionalRoomFunction, args, opts);
}

/**
 * Calls {@link findRoom} with arguments that may be outputs. Like {@link getRoomOutput}, it waits for dependencies, stays unknown until
 * they exist, and propagates secrets.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetRoom.html
 *
 * @throws The errors of {@link findRoom}, through the output.
 *
 * @example
 * ```ts
 * import { findRoomOutput } from "pulumi-ivschat";
 *
 * export const exists = findRoomOutput({ name: "lobby" }).apply((room) => room !== undefined);
 * ```
 */
export function findRoomOutput(
  args: GetRoomOutputArgs,
  opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetRoomResult | undefined> {
  return invokeOutput(optionalRoomFunction, args, opts);
}

const optionalRoomFunction: PulumiFunction<GetRoomArgs, GetRoomResult | undefined> = {
  ...findRoomFunction,
  mockToken: getRoomFunction.token,
  // A mock returns a result without an ARN if there is no such room.
  fromMock: (result) =>
    (result as Partial<GetRoomResult> | undefined)?.arn === undefined ? undefined : (result as GetRoomResult),
};
