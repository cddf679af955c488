import { explainInvalidArn, parseArn } from "../room/arn";
import { checkString, invalidWithoutValue, checkNames, checkTags, invalid } from "./check";
import { checkConnectionArgs, connectionArguments, type ConnectionArgs } from "./connection";

/** Selects a room by its ARN. Costs one GetRoom request. */
export interface RoomByIdentifier {
  /** The room's ARN, in the form `arn:aws:ivschat:REGION:ACCOUNT:room/ID`. At most 128 characters. */
  readonly identifier: string;
  readonly name?: undefined;
  readonly tags?: undefined;
}

/**
 * Selects a room by its name, and optionally by its tags. Exactly one room must match. Costs one GetRoom request and one ListRooms request
 * for every 50 rooms with that name. If more than 50 rooms have the name, costs one additional ListRooms request.
 */
export interface RoomByName {
  readonly identifier?: undefined;
  /**
   * The room's exact name, case-sensitive, at most 128 characters. `""` matches a room without a name, and requires listing all rooms in
   * the region.
   */
  readonly name: string;
  /** Tags that the room must have, with these exact values. The room may have other tags too. */
  readonly tags?: Record<string, string>;
}

/**
 * Selects a room by its tags. Exactly one room must match. Costs one GetRoom request and one ListRooms request for every 50 rooms in the
 * region. If the region has more than 50 rooms, costs one additional ListRooms request.
 */
export interface RoomByTags {
  readonly identifier?: undefined;
  readonly name?: undefined;
  /** Tags that the room must have, with these exact values. Requires at least one tag. The room may have other tags too. */
  readonly tags: Record<string, string>;
}

/** The arguments of getRoom and findRoom. Requires either `identifier`, or at least one of `name` and `tags`. */
export type GetRoomArgs = (RoomByIdentifier | RoomByName | RoomByTags) & ConnectionArgs;

/** The arguments that select a room. */
export const lookupArguments = ["identifier", "name", "tags"];

export const roomArguments = [...lookupArguments, ...connectionArguments];

export function checkRoomArgs(args: object): asserts args is GetRoomArgs {
  checkNames(args, roomArguments);
  checkConnectionArgs(args);
  const { identifier, name, tags } = args as { readonly [Name in keyof GetRoomArgs]: unknown };
  if (identifier !== undefined) {
    if (name !== undefined)
      throw invalid("name", name, "and `identifier` are mutually exclusive; remove one of them");
    if (tags !== undefined)
      throw invalid("tags", tags, "and `identifier` are mutually exclusive; remove one of them");
    if (!parseArn(identifier, "room"))
      throw invalidWithoutValue("identifier", explainInvalidArn(identifier, "room"), identifier);
    return;
  }
  if (name === undefined && tags === undefined) {
    throw invalidWithoutValue(
      "identifier",
      "is missing; give the ARN of a room, or `name` or `tags` instead",
    );
  }
  checkString("name", name);
  checkTags(tags);
}
