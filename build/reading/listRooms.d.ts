import type { ListRoomsCommandInput } from "@aws-sdk/client-ivschat";
import type { Connection } from "../aws/clients";
import { type RoomSummary } from "../room/fromAnswer";
import type { Run } from "./run";
/** What the service itself can filter by. */
export type ListFilter = Pick<ListRoomsCommandInput, "name" | "messageReviewHandlerUri" | "loggingConfigurationIdentifier">;
/** One page of the listing. */
export interface Page {
    readonly rooms: readonly RoomSummary[];
    readonly nextToken: string | undefined;
}
/**
 * All rooms that the filter lets through, by ARN.
 *
 * The listing is sorted by update time, newest first, and moves while it is read: a room that is updated meanwhile jumps to a page that
 * was read already. So after the last of several pages the front is read again, down to what was its first entry at the start.
 */
export declare function listRooms(run: Run, connection: Connection, filter: ListFilter, what: string, most?: number): Promise<Map<string, RoomSummary>>;
/** The listing's pages, from its front. One that would go on for ever is an error. */
export declare function listPages(run: Run, connection: Connection, filter: ListFilter, what: string, most?: number): AsyncGenerator<Page, void, undefined>;
