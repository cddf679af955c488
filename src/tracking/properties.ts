import { lookupArguments } from "../arguments/room";
import type { ConnectionArgs } from "../arguments/connection";
import { unknownValue } from "../room/markers";
import type { ConnectionSettings, SettingName } from "../aws/settings";
import { roomMembers, type GetRoomResult, type RoomMember } from "../room/room";

/** The recorded connection of an ExistingRoom. It never holds keys. */
export interface RecordedConnection extends ConnectionArgs {
  /** The settings of an explicit aws.Provider. Without one, the stack's settings apply. */
  readonly provider?: RecordedProvider;
}

/** The settings of an explicit provider, or why it cannot be used. In that case the check fails, and nothing is recorded. */
export type RecordedProvider = ConnectionSettings & {
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

/** Whether an argument that selects the room is secret. If so, all members of the room are secret. */
export function isRoomSecret({
  secrets = [],
}: {
  readonly secrets?: readonly string[] | undefined;
}): boolean {
  return lookupArguments.some((argument) => secrets.includes(argument));
}

export type Properties = Record<string, unknown>;

/** The inputs of a program's ExistingRoom. Any members of the room among them were copied from the state by the engine (`ignoreChanges`). */
export interface ProgramProperties extends Partial<Record<PropertyName, unknown>> {
  readonly identifier?: string;
  readonly __lookup?: Lookup;
  readonly connection?: RecordedConnection;
}

export interface RecordedProperties extends Omit<GetRoomResult, "id"> {
  readonly roomId: string;
  readonly connection?: RecordedConnection;
  readonly __secret?: true;
  /** Set for ExistingRoom.get. */
  readonly __external?: true;
  /** The members whose recorded values differ from what was read, because of `ignoreChanges`. */
  readonly __ignored?: readonly PropertyName[];
}

export type PropertyName = Exclude<keyof GetRoomResult, "id"> | "roomId";

export const propertyNames: readonly PropertyName[] = roomMembers.map(propertyOf);

// The property `id` is the resource's ID.
function propertyOf(member: RoomMember): PropertyName {
  return member === "id" ? "roomId" : member;
}

export function membersIn(
  properties: Readonly<Partial<Record<PropertyName, unknown>>>,
): Partial<Record<RoomMember, unknown>> {
  return Object.fromEntries(roomMembers.map((member) => [member, properties[propertyOf(member)]]));
}

/** An object into which the engine can copy single members (`ignoreChanges`). No tag and no member is named `""`. */
export const placeholder: Readonly<Record<string, unknown>> = { "": "nothing copied" };

/** Whether a value is the placeholder, with or without copied members. */
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

/** A recorded room. Old state lacks members that the service added later. */
export type RecordedRoom = Pick<GetRoomResult, "arn"> & Partial<Record<RoomMember, unknown>>;

export function recordedRoom(properties: Readonly<Record<string, unknown>>): RecordedRoom | undefined {
  const { arn } = properties;
  return typeof arn === "string" && arn !== unknownValue ? { ...membersIn(properties), arn } : undefined;
}
