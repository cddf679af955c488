import type { ConnectionArguments } from "../aws/arguments";
import type { Connection } from "../aws/clients";
import type { ConnectionSettings } from "../aws/settings";
import type { RoomSummary } from "../room/fromAnswer";
import { InvalidRoomIdentifierError } from "../errors";
import type { Run } from "./run";
/** Which room is asked for, and over which connection: the arguments of getRoom, as they come from a program. */
export interface RoomArguments extends ConnectionArguments {
    readonly identifier?: string;
    readonly name?: string;
    readonly tags?: Readonly<Record<string, string>>;
}
/** Where a room is: its ARN, and what the listing told of it, where the ARN came from there. */
export interface Located {
    readonly connection: Connection;
    readonly arn: string;
    readonly summary?: RoomSummary;
}
/** Finds out which room is meant. Costs a request only for a name or tags. Throws a RoomReadError. */
export declare function locate(run: Run, base: ConnectionSettings, args: RoomArguments, notBefore?: number): Promise<Located>;
/** The connection for a call: to the region of the ARN, where there is one. Throws a RoomReadError. */
export declare function connect(run: Run, base: ConnectionSettings, args: ConnectionArguments, what: string, arn?: string): Promise<Connection>;
/** Throws an InvalidRoomIdentifierError unless the arguments name a room in exactly one way. */
export declare function checkRoomArguments(args: RoomArguments): void;
/** Throws unless each argument is one of these, and those of the connection are well formed. */
export declare function checkKnown(args: object, known: readonly string[]): void;
/** Throws unless each argument is one of these: a misspelt one would silently do nothing. */
export declare function checkNames(args: unknown, known: readonly string[]): void;
export declare const connectionArguments: readonly ["region", "profile", "assumeRole", "endpoint"];
/** The arguments that name a room and how to reach it. */
export declare const roomArguments: string[];
export declare function checkText(argument: string, value: unknown): void;
export declare function checkTags(tags: unknown): void;
export declare function invalid(argument: string, value: unknown, text: string, isWhole?: boolean): InvalidRoomIdentifierError;
