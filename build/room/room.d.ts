/**
 * The configuration of an Amazon IVS Chat room: the answer of the service's GetRoom, with every member always present.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetRoom.html
 *
 * @example
 * ```ts
 * import { getRoom, type GetRoomResult } from "pulumi-ivschat";
 *
 * const room: GetRoomResult = await getRoom({
 *   identifier: "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl",
 * });
 * ```
 */
export interface GetRoomResult {
    /** The room's ARN. */
    readonly arn: string;
    /** The room's relative identifier: the part of the ARN after `room/`. */
    readonly id: string;
    /** The room's name; `""` for a room without one. Names need not be unique. */
    readonly name: string;
    /** When the room was created: ISO 8601, UTC, with milliseconds. */
    readonly createTime: string;
    /** When the room was last updated: ISO 8601, UTC, with milliseconds. */
    readonly updateTime: string;
    /** How long one message may be, in Unicode code points (not bytes): 1 to 500. */
    readonly maximumMessageLength: number;
    /** How many messages a second all clients of the room together may send: 1 to 100. */
    readonly maximumMessageRatePerSecond: number;
    /** What reviews messages before they are delivered; `{ uri: "", fallbackResult: "ALLOW" }` for a room without a handler. */
    readonly messageReviewHandler: MessageReviewHandler;
    /** The room's tags; `{}` for a room without any. */
    readonly tags: Record<string, string>;
    /** ARNs of the logging configurations attached to the room, at most 3; `[]` for a room without any. */
    readonly loggingConfigurationIdentifiers: string[];
}
/**
 * What reviews a room's messages before they are delivered.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_MessageReviewHandler.html
 *
 * @example
 * ```ts
 * import { getRoom, type MessageReviewHandler } from "pulumi-ivschat";
 *
 * const { messageReviewHandler } = await getRoom({
 *   identifier: "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl",
 * });
 * const handler: MessageReviewHandler = messageReviewHandler;
 * const isReviewed = handler.uri !== "";
 * ```
 */
export interface MessageReviewHandler {
    /** ARN of the Lambda function that reviews messages; `""` for none. */
    readonly uri: string;
    /** What happens to a message when the handler fails or does not answer in time (200 ms). */
    readonly fallbackResult: FallbackResult;
}
/**
 * What happens to a message that could not be reviewed: it is delivered (`ALLOW`) or not (`DENY`).
 *
 * @example
 * ```ts
 * import type { FallbackResult } from "pulumi-ivschat";
 *
 * const strict: FallbackResult = "DENY";
 * ```
 */
export type FallbackResult = "ALLOW" | "DENY";
/** The members of a room in the order in which the service documents them. */
export declare const roomMembers: readonly ["arn", "id", "name", "createTime", "updateTime", "maximumMessageLength", "maximumMessageRatePerSecond", "messageReviewHandler", "tags", "loggingConfigurationIdentifiers"];
export type RoomMember = (typeof roomMembers)[number];
