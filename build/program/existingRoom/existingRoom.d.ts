import * as pulumi from "@pulumi/pulumi";
import type { GetRoomResult, MessageReviewHandler } from "../../room/room";
import type { ExistingRoomArgs, ExistingRoomConnectionArgs } from "./args";
/**
 * A room that exists in Amazon IVS Chat, recorded in the stack and never touched.
 *
 * Every preview and update reads the room (one GetRoom; none for a recorded room that one ListRooms request proves unchanged) and shows
 * what changed since it was recorded, a line for each member; `pulumi up` and `pulumi refresh` record it, and deleting the resource
 * leaves the room alone. In a preview every member is known, so what depends on it is too.
 *
 * Of the resource options, `ignoreChanges` keeps what is recorded of any member, or, where it names an argument, the recorded room;
 * `replaceOnChanges` has no effect, and `import` is refused. A secret `identifier`, `name` or `tags` makes all members secret.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetRoom.html
 *
 * A room that cannot be read fails the preview with the messages of {@link RoomReadError} and the classes below it.
 *
 * @example
 * ```ts
 * import { ExistingRoom } from "pulumi-ivschat";
 *
 * const lobby = new ExistingRoom("lobby", {
 *   identifier: "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl",
 * });
 * export const maximumMessageLength = lobby.maximumMessageLength;
 * export const room = lobby.configuration;
 * ```
 */
export declare class ExistingRoom extends pulumi.CustomResource {
    /**
     * A room by its ARN as an external resource: read at every preview, update and refresh, and shown as `read` instead of as one of the
     * stack's own. Throws where there is no such room.
     *
     * @example
     * ```ts
     * import { ExistingRoom } from "pulumi-ivschat";
     *
     * const lobby = ExistingRoom.get("lobby", "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl");
     * export const tags = lobby.tags;
     * ```
     */
    static get(name: string, id: pulumi.Input<pulumi.ID>, args?: ExistingRoomConnectionArgs, opts?: pulumi.CustomResourceOptions): ExistingRoom;
    /** Whether a value is an ExistingRoom, of this or another copy of the package. */
    static isInstance(value: unknown): value is ExistingRoom;
    /** The room's ARN; the resource's `id` is the same, unless the room is secret: an id never is. */
    readonly arn: pulumi.Output<string>;
    /** The room's relative identifier: the part of the ARN after `room/`. */
    readonly roomId: pulumi.Output<string>;
    /** The room's name; `""` for a room without one. */
    readonly name: pulumi.Output<string>;
    /** When the room was created: ISO 8601, UTC, with milliseconds. */
    readonly createTime: pulumi.Output<string>;
    /** When the room was last updated: ISO 8601, UTC, with milliseconds. */
    readonly updateTime: pulumi.Output<string>;
    /** How long one message may be, in Unicode code points (not bytes): 1 to 500. */
    readonly maximumMessageLength: pulumi.Output<number>;
    /** How many messages a second all clients of the room together may send: 1 to 100. */
    readonly maximumMessageRatePerSecond: pulumi.Output<number>;
    /** What reviews messages before they are delivered; `{ uri: "", fallbackResult: "ALLOW" }` for a room without a handler. */
    readonly messageReviewHandler: pulumi.Output<MessageReviewHandler>;
    /** The room's tags; `{}` for a room without any. */
    readonly tags: pulumi.Output<Record<string, string>>;
    /** ARNs of the logging configurations attached to the room, at most 3; `[]` for a room without any. */
    readonly loggingConfigurationIdentifiers: pulumi.Output<string[]>;
    constructor(name: string, args: ExistingRoomArgs, opts?: pulumi.CustomResourceOptions);
    /** The whole configuration as one plain value, as getRoom returns it: for stack outputs, and for {@link requireRoom} in other stacks. */
    get configuration(): pulumi.Output<GetRoomResult>;
}
