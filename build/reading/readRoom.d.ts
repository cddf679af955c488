import type { Connection } from "../aws/clients";
import type { GetRoomResult } from "../room/room";
import type { Run } from "./run";
/** Reads one room by its ARN, once for all of a run who ask for it. Throws a RoomReadError. */
export declare function readRoom(run: Run, connection: Connection, arn: string, notBefore?: number): Promise<GetRoomResult>;
/** Throws a RoomReadError where the room's account is not one that the connection's settings allow. */
export declare function checkAccount(connection: Connection, arn: string): Promise<void>;
/** Makes a room whose configuration is known from elsewhere the one that others of the run get. */
export declare function shareRoom(run: Run, connection: Connection, room: GetRoomResult): GetRoomResult;
/** The read of a room that somebody of the run has asked for already. */
export declare function sharedRoom(run: Run, connection: Connection, arn: string): Promise<GetRoomResult> | undefined;
