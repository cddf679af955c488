import type { Connection } from "../aws/clients";
import type { RoomSummary } from "../room/fromAnswer";
import type { GetRoomResult } from "../room/room";
import type { Run } from "../reading/run";
/**
 * Reads rooms whose configuration is recorded, with as few requests as can be.
 *
 * Only UpdateRoom changes a room's limits, and it moves the update time. So a room whose entry in the listing (all members but the
 * limits, the update time included) equals what is recorded has the recorded limits too, and one ListRooms request tells that of 50
 * rooms. How many rooms will be asked for, and how many the account holds, is not known beforehand. So the two ways keep step: a page is
 * only asked for when a GetRoom was made that it might have spared, and a GetRoom for a room that no page has shown yet only after such a
 * page. The first room is always read by GetRoom: it may be the only one.
 */
export declare class RecordedRooms {
    private readonly run;
    private readonly connection;
    private readonly summaries;
    private readonly waiting;
    private readonly pages;
    private listing;
    private roomsAsked;
    private reads;
    private pagesAsked;
    constructor(run: Run, connection: Connection);
    /** The room as it is now, given what is recorded of it. Throws a RoomReadError. */
    read(arn: string, recorded: GetRoomResult): Promise<GetRoomResult>;
    /** The recorded room, if its entry in the listing proves that it is still so; shared with all who ask for it. */
    unchanged(recorded: GetRoomResult, summary: RoomSummary | undefined): GetRoomResult | undefined;
    private hasAnswerFor;
    private readNow;
    private wait;
    private step;
    private readPage;
}
