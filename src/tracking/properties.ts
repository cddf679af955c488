import type { ConnectionArgs } from "../arguments/connection";
import { unknownValue } from "../room/markers";
import type { ConnectionSettings, SettingName } from "../aws/settings";
import { roomMembers, type GetRoomResult, type RoomMember } from "../room/room";

/** How an ExistingRoom is reached, as it is recorded: never with keys. */
export interface RecordedConnection extends ConnectionArgs {
  /** The settings of an explicit aws.Provider; where there is none, those of the stack apply. */
  readonly provider?: RecordedProvider;
}

/** The settings of an explicit provider, or why it cannot be used; what is refused is never recorded. */
export type RecordedProvider = ConnectionSettings & {
  readonly refused?: string;
  /** Which of them are secret. */
  readonly secrets?: readonly SettingName[];
};

/** Which room a program names, as it names it. */
export interface Lookup {
  readonly identifier?: string;
  readonly name?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Which arguments are secret. */
  readonly secrets?: readonly string[];
}

/** Whether what names the room is secret, and with it all of the room. */
export function isRoomSecret({
  secrets = [],
}: {
  readonly secrets?: readonly string[] | undefined;
}): boolean {
  return ["identifier", "name", "tags"].some((argument) => secrets.includes(argument));
}

/**
 * What a program says of an ExistingRoom. Members of the room that stand beside it are those that the engine copied there, because the
 * program ignores their changes.
 */
/** The properties of a resource, as the engine gives them. */
export type Properties = Record<string, unknown>;

export interface ProgramProperties extends Partial<Record<PropertyName, unknown>> {
  readonly identifier?: string;
  readonly __lookup?: Lookup;
  readonly connection?: RecordedConnection;
}

/** What is recorded of an ExistingRoom: the room and the connection. */
export interface RecordedProperties extends Omit<GetRoomResult, "id"> {
  readonly roomId: string;
  readonly connection?: RecordedConnection;
  /** Set where the room is secret, because what names it is. */
  readonly __secret?: true;
  /** Set for ExistingRoom.get. */
  readonly __external?: true;
  /** The members that are recorded otherwise than they were read, because the program ignores their changes. */
  readonly __ignored?: readonly PropertyName[];
}

export type PropertyName = Exclude<keyof GetRoomResult, "id"> | "roomId";

/** The names under which the members of a room are recorded, in the service's order. */
export const propertyNames: readonly PropertyName[] = roomMembers.map(propertyOf);

// A resource's `id` is its own.
function propertyOf(member: RoomMember): PropertyName {
  return member === "id" ? "roomId" : member;
}

/** The members of a room among the properties of a resource, by the room's own names. */
export function membersIn(
  properties: Readonly<Partial<Record<PropertyName, unknown>>>,
): Partial<Record<RoomMember, unknown>> {
  return Object.fromEntries(roomMembers.map((member) => [member, properties[propertyOf(member)]]));
}

/** What stands for an object of which the engine may copy single members into it. No tag and no member has this name. */
export const placeholder: Readonly<Record<string, unknown>> = { "": "nothing copied" };

/** Whether a value is the placeholder still, members copied into it or not. */
export function isPlaceholder(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && "" in value && value[""] === placeholder[""];
}

export function propertiesOf(
  room: GetRoomResult,
  connection: RecordedConnection | undefined,
): RecordedProperties {
  const { id: roomId, ...members } = room;
  return { ...members, roomId, ...(connection === undefined ? {} : { connection }) };
}

/** The properties of a room that is not known yet. */
export function unknownProperties(connection: RecordedConnection | undefined): Record<string, unknown> {
  return {
    ...Object.fromEntries(propertyNames.map((name) => [name, unknownValue])),
    ...(connection === undefined ? {} : { connection }),
  };
}

/** A room as it is recorded. State that is older than a member of the service's answer lacks it. */
export type RecordedRoom = Pick<GetRoomResult, "arn"> & Partial<Record<RoomMember, unknown>>;

/** The room that is recorded, if one is. */
export function recordedRoom(properties: Readonly<Record<string, unknown>>): RecordedRoom | undefined {
  const { arn } = properties;
  return typeof arn === "string" && arn !== unknownValue ? { ...membersIn(properties), arn } : undefined;
}
