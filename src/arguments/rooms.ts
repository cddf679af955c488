import { explainNoArn, parseArn } from "../room/arn";
import { checkString, invalidWithoutValue, checkNames, checkTags } from "./check";
import { checkConnectionArgs, connectionArguments, type ConnectionArgs } from "./connection";

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

const roomsArguments = [
  "name",
  "namePrefix",
  "tags",
  "messageReviewHandlerUri",
  "loggingConfigurationIdentifier",
  ...connectionArguments,
];

/** Throws an InvalidRoomIdentifierError unless the filters and the connection are well formed. */
export function checkRoomsArgs(args: object): asserts args is GetRoomsArgs {
  checkNames(args, roomsArguments);
  checkConnectionArgs(args);
  const given = args as { readonly [Name in keyof GetRoomsArgs]: unknown };
  checkString("name", given.name);
  checkString("namePrefix", given.namePrefix);
  checkTags(given.tags);
  checkString("messageReviewHandlerUri", given.messageReviewHandlerUri);
  const arn = given.loggingConfigurationIdentifier;
  if (arn === undefined || parseArn(arn, "logging-configuration")) return;
  throw invalidWithoutValue("loggingConfigurationIdentifier", explainNoArn(arn, "logging-configuration"));
}
