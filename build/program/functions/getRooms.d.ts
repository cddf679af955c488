import type * as pulumi from "@pulumi/pulumi";
import type { GetRoomResult } from "../../room/room";
import type { ConnectionArgs, Inputs } from "../../arguments/room";
/**
 * Which rooms to read: those that pass every filter given; all of the region's where none is.
 *
 * @example
 * ```ts
 * import { getRooms, type GetRoomsArgs } from "pulumi-ivschat";
 *
 * const args: GetRoomsArgs = { namePrefix: "live-", tags: { stage: "production" } };
 * const { rooms } = await getRooms(args);
 * ```
 */
export interface GetRoomsArgs extends ConnectionArgs {
    /** Rooms with exactly this name. */
    readonly name?: string;
    /** Rooms whose name begins with this. */
    readonly namePrefix?: string;
    /** Rooms that have these tags, each with exactly this value; they may have others. */
    readonly tags?: Record<string, string>;
    /** Rooms whose messages this Lambda function reviews: its ARN. */
    readonly messageReviewHandlerUri?: string;
    /** Rooms whose messages are logged by this logging configuration: its ARN. */
    readonly loggingConfigurationIdentifier?: string;
}
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
 * The rooms that getRooms found.
 *
 * @example
 * ```ts
 * import { getRooms, type GetRoomsResult } from "pulumi-ivschat";
 *
 * const { rooms }: GetRoomsResult = await getRooms({ namePrefix: "live-" });
 * export const names = rooms.map((room) => room.name);
 * ```
 */
export interface GetRoomsResult {
    /** The rooms, complete with their limits, sorted by ARN; `[]` where none passes. */
    readonly rooms: GetRoomResult[];
}
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
export declare function getRooms(args?: GetRoomsArgs, opts?: pulumi.InvokeOptions): Promise<GetRoomsResult>;
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
export declare function getRoomsOutput(args?: GetRoomsOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetRoomsResult>;
