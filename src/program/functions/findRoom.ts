import type * as pulumi from "@pulumi/pulumi";
import type { GetRoomArgs } from "../../arguments/room";
import { findRoomFunction, getRoomFunction } from "../../reading/functions";
import type { GetRoomResult } from "../../room/room";
import type { GetRoomOutputArgs } from "./getRoom";
import { invoke, invokeOutput, type PulumiFunction } from "./invoke";

/**
 * Reads the configuration of an Amazon IVS Chat room, or returns `undefined` if the room does not exist.
 *
 * Makes the same requests as {@link getRoom}.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetRoom.html
 *
 * @throws The errors of {@link getRoom}, except {@link RoomNotFoundError}.
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
 * Calls {@link findRoom} with arguments that may be outputs. Waits for dependencies and propagates secrets, like {@link getRoomOutput}.
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
  // Mocks return a result without an ARN to simulate a room that does not exist.
  fromMock: (result) =>
    (result as Partial<GetRoomResult> | undefined)?.arn === undefined ? undefined : (result as GetRoomResult),
};
