/**
 * The configuration of an Amazon IVS Chat room, as returned by GetRoom. Every member is always present.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetRoom.html
 */
export interface GetRoomResult {
  /** The room's ARN. */
  readonly arn: string;
  /** The room's ID: the part of the ARN after `room/`. */
  readonly id: string;
  /** The room's name, or `""` if it has none. Names are not unique. */
  readonly name: string;
  /** When the room was created: ISO 8601 in UTC, with milliseconds. */
  readonly createTime: string;
  /** When the room was last updated: ISO 8601 in UTC, with milliseconds. */
  readonly updateTime: string;
  /** Maximum length of a message in Unicode code points, from 1 to 500. */
  readonly maximumMessageLength: number;
  /** Maximum number of messages per second that can be sent to the room by all clients together, from 1 to 100. */
  readonly maximumMessageRatePerSecond: number;
  /** The handler that reviews messages before delivery, or `{ uri: "", fallbackResult: "ALLOW" }` if the room has none. */
  readonly messageReviewHandler: MessageReviewHandler;
  /** The room's tags, or `{}` if it has none. */
  readonly tags: Record<string, string>;
  /** ARNs of the room's logging configurations (at most 3), or `[]` if it has none. */
  readonly loggingConfigurationIdentifiers: string[];
}

/** The result of getRooms. */
export interface GetRoomsResult {
  /** The matching rooms, sorted by ARN. Empty if no room matches. */
  readonly rooms: GetRoomResult[];
}

/**
 * The handler that reviews a room's messages before delivery.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_MessageReviewHandler.html
 */
export interface MessageReviewHandler {
  /** ARN of the Lambda function that reviews messages, or `""` if the room has none. */
  readonly uri: string;
  /** What happens to a message if the handler fails or does not respond within 200 ms. */
  readonly fallbackResult: FallbackResult;
}

/** Whether a message that could not be reviewed is delivered (`ALLOW`) or rejected (`DENY`). */
export type FallbackResult = "ALLOW" | "DENY";

/** The members of a room, in the order in which they are compared and returned. */
export const roomMembers = [
  "arn",
  "id",
  "name",
  "createTime",
  "updateTime",
  "maximumMessageLength",
  "maximumMessageRatePerSecond",
  "messageReviewHandler",
  "tags",
  "loggingConfigurationIdentifiers",
] as const satisfies readonly (keyof GetRoomResult)[];

export type RoomMember = (typeof roomMembers)[number];
