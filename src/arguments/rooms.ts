import { explainInvalidArn, parseArn } from "../room/arn";
import { checkString, invalidWithoutValue, checkNames, checkTags } from "./check";
import { checkConnectionArgs, connectionArguments, type ConnectionArgs } from "./connection";

/**
 * The filters of getRooms. A room must match all of them; without filters, all rooms of the region match.
 *
 * @remarks Each matching room takes one GetRoom request. The list takes one ListRooms request for every 50 rooms, plus one more if it has
 * more than one page. The service applies `name`, `messageReviewHandlerUri`, and `loggingConfigurationIdentifier`. `namePrefix` and
 * `tags` are applied to the list, so with them alone the whole region is listed.
 */
export interface GetRoomsArgs extends ConnectionArgs {
  /** Matches rooms with this exact name. */
  readonly name?: string;
  /** Matches rooms whose name begins with this string. */
  readonly namePrefix?: string;
  /** Matches rooms that have these tags, with these exact values. They may have other tags too. */
  readonly tags?: Record<string, string>;
  /** Matches rooms whose messages are reviewed by the Lambda function with this ARN. */
  readonly messageReviewHandlerUri?: string;
  /** Matches rooms that use the logging configuration with this ARN. */
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
  throw invalidWithoutValue(
    "loggingConfigurationIdentifier",
    explainInvalidArn(arn, "logging-configuration"),
  );
}
