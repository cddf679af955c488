import { explainInvalidArn, parseArn } from "../room/arn";
import { checkString, invalidWithoutValue, checkNames, checkTags } from "./check";
import { checkConnectionArgs, connectionArguments, type ConnectionArgs } from "./connection";

/**
 * The filters of getRooms. A room must match all of them. Without filters, all rooms in the region match.
 *
 * @remarks Costs one ListRooms request for every 50 listed rooms, one more if more than 50 rooms are listed, and one GetRoom request for
 * each matching room. The service applies `name`, `messageReviewHandlerUri`, and `loggingConfigurationIdentifier`. This package applies
 * `namePrefix` and `tags`, so a read that uses only these two lists all rooms in the region.
 */
export interface GetRoomsArgs extends ConnectionArgs {
  /** Matches rooms with this exact name. */
  readonly name?: string;
  /** Matches rooms whose name begins with this string. */
  readonly namePrefix?: string;
  /** Matches rooms that have all of these tags, with these exact values. The rooms may have other tags too. */
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
