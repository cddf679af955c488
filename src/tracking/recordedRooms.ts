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
 * Reads rooms whose configuration is recorded, with as few requests as can be.
 *
 * Only UpdateRoom changes a room's limits, and it moves the update time. So a room whose entry in the listing (all members but the
 * limits, the update time included) equals what is recorded has the recorded limits too, and one ListRooms request tells that of 50
 * rooms. How many rooms will be asked for, and how many the account holds, is not known beforehand. So the two ways keep step: a page is
 * only asked for when a GetRoom was made that it might have spared, and a GetRoom for a room that no page has shown yet only after such a
 * page. The first room is always read by GetRoom: it may be the only one.
 */
export class RecordedRooms {
  private readonly summaries = new Map<string, RoomSummary>();
  private readonly waiting: Waiting[] = [];
  private readonly pages: AsyncGenerator<Page, void, undefined>;
  private listing: "open" | "busy" | "complete" | "unavailable" = "open";
  private roomsAsked = 0;
  private reads = 0;
  private pagesAsked = 0;

  constructor(
    private readonly run: Run,
    private readonly client: ServiceClient,
  ) {
    this.pages = listPages(run, client, {}, "rooms");
  }

  /** The room as it is now, given what is recorded of it. Throws a RoomReadError. */
  async read(arn: string, recorded: RecordedRoom): Promise<GetRoomResult> {
    const known = sharedRoom(this.run, this.client, arn);
    if (known) return known;
    // Before anything is sent, a listing too.
    await checkRoomAccount(this.client, arn);
    this.roomsAsked += 1;
    return (
      this.unchanged(recorded, this.summaries.get(arn)) ??
      (this.hasAnswerFor(arn) ? this.readNow(arn) : this.wait(arn, recorded))
    );
  }

  /** The recorded room, if its entry in the listing proves that it is still so; shared with all who ask for it. */
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
    // Pages asked for and answered: a page that is under way may yet spare the next GetRoom.
    const pagesHad = this.listing === "busy" ? this.pagesAsked - 1 : this.pagesAsked;
    if (this.waiting.length > 0 && this.reads <= pagesHad) {
      const next = this.waiting.shift();
      this.reads += 1;
      if (next) next.resolve(this.readNow(next.arn));
    }
    if (this.listing === "open" && this.roomsAsked > 1 && this.pagesAsked < this.reads) void this.readPage();
  }

  private async readPage(): Promise<void> {
    this.listing = "busy";
    this.pagesAsked += 1;
    try {
      const { value: page, done } = await this.pages.next();
      for (const room of page?.rooms ?? []) this.summaries.set(room.arn, room);
      this.listing = done || page.nextToken === undefined ? "complete" : "open";
    } catch {
      // Without the permission to list, or with a listing that fails, each room is read.
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
  // State that is older than a member proves nothing about it.
  if (roomMembers.some((member) => recorded[member] === undefined)) return false;
  return changedMembers(recorded, { ...(recorded as GetRoomResult), ...summary }).length === 0;
}
