import type { ServiceClient } from "../aws/clients";
import { changedMembers } from "../room/compare";
import type { RoomSummary } from "../room/fromAnswer";
import { roomMembers, type GetRoomResult } from "../room/room";
import type { RecordedRoom } from "./properties";
import { listPages, type Page } from "../reading/listRooms";
import { checkRoomAccount, readRoom, sharedRoom, shareRoom } from "../reading/readRoom";
import type { Run } from "../reading/run";
import { warnOfTagsLeftOut } from "../reading/tagsLeftOut";

/**
 * Reads recorded rooms with few requests, by comparing them with ListRooms.
 *
 * A ListRooms request returns up to 50 rooms, with all members except the two message limits. UpdateRoom changes the update time whenever
 * it changes a limit. If ListRooms returns the recorded update time and members, the limits are therefore unchanged too.
 *
 * The number of rooms to read and the number of rooms in the account are unknown, so either operation could be cheaper. Therefore, GetRoom
 * and ListRooms requests alternate until all pages are listed. The first room is read with GetRoom, because it may be the only one.
 */
export class RecordedRooms {
  private readonly summaries = new Map<string, RoomSummary>();
  private readonly waiting: Waiting[] = [];
  private readonly pages: AsyncGenerator<Page, void, undefined>;
  private listing: "open" | "busy" | "complete" | "unavailable" = "open";
  private roomsRequested = 0;
  private reads = 0;
  private pagesRequested = 0;

  constructor(
    private readonly run: Run,
    private readonly client: ServiceClient,
  ) {
    this.pages = listPages(run, client, {}, "rooms");
  }

  /** Reads the current configuration of a recorded room. Throws a RoomReadError. */
  async read(arn: string, recorded: RecordedRoom): Promise<GetRoomResult> {
    const shared = sharedRoom(this.run, this.client, arn);
    if (shared) return shared;
    // The account must be checked before any request, including ListRooms.
    await checkRoomAccount(this.client, arn);
    this.roomsRequested += 1;
    return (
      this.unchanged(recorded, this.summaries.get(arn)) ??
      (this.hasAnswerFor(arn) ? this.readNow(arn) : this.wait(arn, recorded))
    );
  }

  /** Returns the recorded room if ListRooms shows that it is unchanged. Otherwise, returns undefined. */
  unchanged(recorded: RecordedRoom, summary: RoomSummary | undefined): GetRoomResult | undefined {
    if (summary === undefined || !isProof(recorded, summary)) return undefined;
    warnOfTagsLeftOut(this.run, `room ${recorded.arn}`, { tags: summary.allTags });
    return shareRoom(this.run, this.client, recorded);
  }

  private hasAnswerFor(arn: string): boolean {
    return this.summaries.has(arn) || this.listing === "complete" || this.listing === "unavailable";
  }

  private readNow(arn: string): Promise<GetRoomResult> {
    return readRoom(this.run, this.client, arn);
  }

  private wait(arn: string, recorded: RecordedRoom): Promise<GetRoomResult> {
    return new Promise((resolve) => {
      this.waiting.push({ arn, recorded, resolve });
      this.step();
    });
  }

  private step(): void {
    // Excludes the page in flight, because it may contain the next waiting room. That room would then need no GetRoom request.
    const pagesRead = this.listing === "busy" ? this.pagesRequested - 1 : this.pagesRequested;
    if (this.waiting.length > 0 && this.reads <= pagesRead) {
      const next = this.waiting.shift();
      this.reads += 1;
      if (next) next.resolve(this.readNow(next.arn));
    }
    if (this.listing === "open" && this.roomsRequested > 1 && this.pagesRequested < this.reads)
      void this.readPage();
  }

  private async readPage(): Promise<void> {
    this.listing = "busy";
    this.pagesRequested += 1;
    try {
      const { value: page, done } = await this.pages.next();
      for (const room of page?.rooms ?? []) this.summaries.set(room.arn, room);
      this.listing = done || page.nextToken === undefined ? "complete" : "open";
    } catch {
      // If ListRooms fails, for example because the caller lacks the permission, each room is read with GetRoom.
      this.listing = "unavailable";
    }
    for (const { arn, recorded, resolve } of this.waiting.splice(0)) {
      const room = this.unchanged(recorded, this.summaries.get(arn));
      if (room) resolve(room);
      else if (this.hasAnswerFor(arn)) resolve(this.readNow(arn));
      else this.waiting.push({ arn, recorded, resolve });
    }
    this.step();
  }
}

interface Waiting {
  readonly arn: string;
  readonly recorded: RecordedRoom;
  readonly resolve: (room: GetRoomResult | Promise<GetRoomResult>) => void;
}

function isProof(recorded: RecordedRoom, summary: RoomSummary): recorded is GetRoomResult {
  // State from an older version of this package may lack members. The room must then be read with GetRoom.
  if (roomMembers.some((member) => recorded[member] === undefined)) return false;
  return changedMembers(recorded, { ...(recorded as GetRoomResult), ...summary }).length === 0;
}
