import { lookupArguments } from "../arguments/room";
import type { ConnectionArgs } from "../arguments/connection";
import { unknownValue } from "../room/markers";
import type { ConnectionSettings, SettingName } from "../aws/settings";
import { roomMembers, type GetRoomResult, type RoomMember } from "../room/room";

/** The connection settings of an ExistingRoom, as recorded in the state. They never contain credentials. */
export interface RecordedConnection extends ConnectionArgs {
  /** The settings of an explicit aws.Provider. If undefined, the stack's `aws:` or the plugin's configuration is used. */
  readonly provider?: RecordedProvider;
}

/** The settings of an explicit aws.Provider. */
export type RecordedProvider = ConnectionSettings & {
  /** Why the provider cannot be used. If set, the check fails with this message. */
  readonly problem?: string;
  /** The names of the secret settings. */
  readonly secrets?: readonly SettingName[];
};

/** The arguments that select the room. */
export interface Lookup {
  readonly identifier?: string;
  readonly name?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** The names of the secret arguments. */
  readonly secrets?: readonly string[];
}

/** Returns whether an argument that selects the room is secret. If so, all members of the room are secret. */
export function isRoomSecret({
  secrets = [],
}: {
  readonly secrets?: readonly string[] | undefined;
}): boolean {
  return lookupArguments.some((argument) => secrets.includes(argument));
}

export type Properties = Record<string, unknown>;

/**
 * The inputs of an ExistingRoom, as `check` receives them. For each member of the room in `ignoreChanges`, the engine adds the recorded
 * value.
 */
export interface ProgramProperties extends Partial<Record<PropertyName, unknown>> {
  readonly identifier?: string;
  readonly __lookup?: Lookup;
  readonly connection?: RecordedConnection;
}

export interface RecordedProperties extends Omit<GetRoomResult, "id"> {
  readonly roomId: string;
  readonly connection?: RecordedConnection;
  readonly __secret?: true;
  /** True for a resource of ExistingRoom.get. */
  readonly __external?: true;
  /** The members whose recorded values differ from the room because of `ignoreChanges`. */
  readonly __ignored?: readonly PropertyName[];
}

export type PropertyName = Exclude<keyof GetRoomResult, "id"> | "roomId";

export const propertyNames: readonly PropertyName[] = roomMembers.map(propertyOf);

// The room's ID is in `roomId`, because the property `id` of a resource is reserved for the resource ID.
function propertyOf(member: RoomMember): PropertyName {
  return member === "id" ? "roomId" : member;
}

export function membersIn(
  properties: Readonly<Partial<Record<PropertyName, unknown>>>,
): Partial<Record<RoomMember, unknown>> {
  return Object.fromEntries(roomMembers.map((member) => [member, properties[propertyOf(member)]]));
}

/**
 * An input into which the engine can copy single members for `ignoreChanges`, such as `tags.stage`. The key `""` identifies the
 * placeholder, because no tag or member has this name.
 */
export const placeholder: Readonly<Record<string, unknown>> = { "": "nothing copied" };

/** Returns whether a value is the placeholder, with or without copied members. */
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

export function unknownProperties(connection: RecordedConnection | undefined): Record<string, unknown> {
  return {
    ...Object.fromEntries(propertyNames.map((name) => [name, unknownValue])),
    ...(connection === undefined ? {} : { connection }),
  };
}

/** A room in the state. State from an older version of this package may lack members. */
export type RecordedRoom = Pick<GetRoomResult, "arn"> & Partial<Record<RoomMember, unknown>>;

export function recordedRoom(properties: Readonly<Record<string, unknown>>): RecordedRoom | undefined {
  const { arn } = properties;
  return typeof arn === "string" && arn !== unknownValue ? { ...membersIn(properties), arn } : undefined;
}
