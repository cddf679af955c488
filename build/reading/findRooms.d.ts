import type { Connection } from "../aws/clients";
import type { RoomSummary } from "../room/fromAnswer";
import type { GetRoomResult } from "../room/room";
import { type ListFilter } from "./listRooms";
import type { Run } from "./run";
/** What rooms are looked for by. */
export interface RoomFilter extends ListFilter {
    readonly namePrefix?: string | undefined;
    readonly tags?: Readonly<Record<string, string>> | undefined;
}
/** The one room with this name, these tags or both; its summary, which lacks the limits. Throws where there is none, or several. */
export declare function findOne(run: Run, connection: Connection, filter: RoomFilter, notBefore?: number): Promise<RoomSummary>;
/** All rooms that pass the filter, complete, sorted by ARN. Rooms that are deleted meanwhile are left out. */
export declare function readRooms(run: Run, connection: Connection, filter: RoomFilter, notBefore?: number): Promise<GetRoomResult[]>;
