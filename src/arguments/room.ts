import { explainNoArn, parseArn } from "../room/arn";
import { checkString, invalidWithoutValue, checkNames, checkTags, invalid } from "./check";
import { checkConnectionArgs, connectionArguments, type ConnectionArgs } from "./connection";

/**
 * A room by its ARN.
 *
 * @example
 * ```ts
 * import { getRoom, type RoomByIdentifier } from "pulumi-ivschat";
 *
 * const which: RoomByIdentifier = { identifier: "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl" };
 * const room = await getRoom(which);
 * ```
 */
export interface RoomByIdentifier {
  /** The room's ARN, `arn:aws:ivschat:REGION:ACCOUNT:room/ID`: up to 128 characters. */
  readonly identifier: string;
  readonly name?: undefined;
  readonly tags?: undefined;
}

/**
 * A room by its name, with tags or without. Exactly one room must match.
 *
 * @example
 * ```ts
 * import { getRoom, type RoomByName } from "pulumi-ivschat";
 *
 * const which: RoomByName = { name: "lobby" };
 * const room = await getRoom(which);
 * ```
 */
export interface RoomByName {
  readonly identifier?: undefined;
  /** The room's name, exactly: letter case counts. Up to 128 characters; `""` finds a room without a name. */
  readonly name: string;
  /** Tags that the room has, each with exactly this value; it may have others. */
  readonly tags?: Record<string, string>;
}

/**
 * A room by its tags. Exactly one room must match.
 *
 * @example
 * ```ts
 * import { getRoom, type RoomByTags } from "pulumi-ivschat";
 *
 * const which: RoomByTags = { tags: { stage: "live", show: "morning" } };
 * const room = await getRoom(which);
 * ```
 */
export interface RoomByTags {
  readonly identifier?: undefined;
  readonly name?: undefined;
  /** Tags that the room has, each with exactly this value; it may have others. At least one. */
  readonly tags: Record<string, string>;
}

/**
 * Which room to read, in exactly one way (by `identifier`, or by `name`, `tags` or both), and optionally how to reach it.
 *
 * @example
 * ```ts
 * import { getRoom, type GetRoomArgs } from "pulumi-ivschat";
 *
 * const args: GetRoomArgs = { name: "lobby", tags: { stage: "live" }, region: "eu-west-1" };
 * const room = await getRoom(args);
 * ```
 */
export type GetRoomArgs = (RoomByIdentifier | RoomByName | RoomByTags) & ConnectionArgs;

export const roomArguments = ["identifier", "name", "tags", ...connectionArguments];

/** Throws an InvalidRoomIdentifierError unless the arguments name a room in exactly one way. */
export function checkRoomArgs(args: object): asserts args is GetRoomArgs {
  checkNames(args, roomArguments);
  checkConnectionArgs(args);
  const { identifier, name, tags } = args as { readonly [Name in keyof GetRoomArgs]: unknown };
  if (identifier !== undefined) {
    if (name !== undefined)
      throw invalid("name", name, "and `identifier` are mutually exclusive; give one of them");
    if (tags !== undefined)
      throw invalid("tags", tags, "and `identifier` are mutually exclusive; give one of them");
    if (!parseArn(identifier, "room"))
      throw invalidWithoutValue("identifier", explainNoArn(identifier, "room"), identifier);
    return;
  }
  if (name === undefined && tags === undefined) {
    const explanation = explainNoArn(undefined, "room");
    throw invalidWithoutValue("identifier", `${explanation}, unless \`name\` or \`tags\` is given`);
  }
  checkString("name", name);
  checkTags(tags);
}
