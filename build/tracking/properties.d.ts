import type { ConnectionArguments } from "../aws/arguments";
import type { ConnectionSettings, SettingName } from "../aws/settings";
import { type GetRoomResult } from "../room/room";
/** How an ExistingRoom is reached, as it is recorded: never with keys. */
export interface RecordedConnection extends ConnectionArguments {
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
export declare function isRoomSecret({ secrets, }: {
    readonly secrets?: readonly string[] | undefined;
}): boolean;
/**
 * What a program says of an ExistingRoom. Members of the room that stand beside it are those that the engine copied there, because the
 * program ignores their changes.
 */
export interface ProgramProperties extends Partial<Record<PropertyName, unknown>> {
    readonly identifier?: string;
    readonly __lookup?: Lookup;
    readonly connection?: RecordedConnection;
}
/** What is recorded of an ExistingRoom: the room, whose own `id` is `roomId` there, and the connection. */
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
/** The names under which the members of a room are recorded. */
export declare const propertyNames: readonly PropertyName[];
/** What stands for an object of which the engine may copy single members into it. No tag and no member has this name. */
export declare const placeholder: Readonly<Record<string, unknown>>;
/** Whether a value is the placeholder still, members copied into it or not. */
export declare function isPlaceholder(value: unknown): value is Readonly<Record<string, unknown>>;
export declare function propertiesOf(room: GetRoomResult, connection: RecordedConnection | undefined): RecordedProperties;
/** The properties of a room that is not known yet. */
export declare function unknownProperties(connection: RecordedConnection | undefined): Record<string, unknown>;
/** The room that recorded properties hold; undefined where they hold none, or not all of one. */
export declare function recordedRoom(properties: Readonly<Record<string, unknown>>): GetRoomResult | undefined;
