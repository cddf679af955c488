import type { ConnectionArguments } from "../connection/arguments";
import type { ConnectionSettings } from "../connection/settings";
import { roomMembers, type GetRoomResult } from "../room/room";
import { unknownValue } from "./unknown";

/** How an ExistingRoom is reached, as it is recorded: never with keys. */
export interface RecordedConnection extends ConnectionArguments {
  /** The settings of an explicit aws.Provider; where there is none, those of the stack apply. */
  readonly provider?: RecordedProvider;
}

/** The settings of an explicit provider, or why it cannot be used; what is refused is never recorded. */
export type RecordedProvider = ConnectionSettings & { readonly refused?: string };

/** What a program says of an ExistingRoom. */
export interface ProgramProperties {
  readonly identifier?: string;
  readonly name?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly connection?: RecordedConnection;
}

/** What is recorded of an ExistingRoom: the room, whose own `id` is `roomId` there, and the connection. */
export interface RecordedProperties extends Omit<GetRoomResult, "id"> {
  readonly roomId: string;
  readonly connection?: RecordedConnection;
}

export function propertiesOf(
  room: GetRoomResult,
  connection: RecordedConnection | undefined,
): RecordedProperties {
  const { id, ...members } = room;
  return { ...members, roomId: id, ...(connection === undefined ? {} : { connection }) };
}

/** The properties of a room that is not known yet. */
export function unknownProperties(connection: RecordedConnection | undefined): Record<string, unknown> {
  const properties = roomMembers.map(
    (member) => [member === "id" ? "roomId" : member, unknownValue] as const,
  );
  return { ...Object.fromEntries(properties), ...(connection === undefined ? {} : { connection }) };
}

/** The room that recorded properties hold; undefined where they hold none, or not all of one. */
export function recordedRoom(properties: Readonly<Record<string, unknown>>): GetRoomResult | undefined {
  const room: Record<string, unknown> = {};
  for (const member of roomMembers) {
    room[member] = properties[member === "id" ? "roomId" : member];
    if (room[member] === undefined || room[member] === unknownValue) return undefined;
  }
  return room as unknown as GetRoomResult;
}
