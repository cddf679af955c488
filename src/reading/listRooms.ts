import type { ListRoomsCommandInput } from "@aws-sdk/client-ivschat";
import type { ServiceClient } from "../aws/clients";
import { MalformedAnswer, objectFrom, stringFrom } from "../room/answer";
import { ivschat } from "../aws/packages";
import { summaryFromAnswer, type RoomSummary } from "../room/fromAnswer";
import { InvalidRoomIdentifierError } from "../errors";
import { failureOf, type Subject } from "./failure";
import { request } from "./request";
import type { Run } from "./run";

/** What the service itself can filter by. */
export type ListFilter = Pick<
  ListRoomsCommandInput,
  "name" | "messageReviewHandlerUri" | "loggingConfigurationIdentifier"
>;

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
export async function listRooms(
  run: Run,
  client: ServiceClient,
  filter: ListFilter,
  what: string,
  most = mostRooms,
): Promise<Map<string, RoomSummary>> {
  const rooms = new Map<string, RoomSummary>();
  const pages = () => listPages(run, client, filter, what, most);
  const first = await readAll(pages(), rooms).catch((error: unknown) => {
    // A token that is refused half way, having grown old for instance, is no use any more; a listing of one page had none.
    if (rooms.size > 0 && error instanceof InvalidRoomIdentifierError) return readAll(pages(), rooms);
    throw error;
  });
  let { newest } = first;
  // By then only rooms have moved that were listed before: all are there, whatever goes on to change.
  for (let round = 0; first.pages > 1 && round < mostRounds; round++) {
    const front = await readFront(pages(), newest);
    const moved = front.filter((room) => addNewer(rooms, room));
    if (moved.length === 0) break;
    if (rooms.size > most) throw endless(client, what, most);
    newest = front[0]?.updateTime ?? newest;
  }
  return rooms;
}

const mostRounds = 100;

async function readAll(
  listing: AsyncIterable<Page>,
  rooms: Map<string, RoomSummary>,
): Promise<{ pages: number; newest: string }> {
  let newest = "";
  let pages = 0;
  for await (const page of listing) {
    pages += 1;
    newest ||= page.rooms[0]?.updateTime ?? "";
    for (const room of page.rooms) addNewer(rooms, room);
  }
  return { pages, newest };
}

/** The listing's pages, from its front. One that would go on for ever is an error. */
export async function* listPages(
  run: Run,
  client: ServiceClient,
  filter: ListFilter,
  what: string,
  most = mostRooms,
): AsyncGenerator<Page, void, undefined> {
  const tokens = new Set<string>();
  const seen = new Set<string>();
  let pagesWithoutNews = 0;
  let nextToken: string | undefined;
  for (;;) {
    const page = await readPage(
      run,
      client,
      { ...filter, ...(nextToken === undefined ? {} : { nextToken }) },
      what,
    );
    yield page;
    nextToken = page.nextToken;
    if (nextToken === undefined) return;
    const before = seen.size;
    for (const { arn } of page.rooms) seen.add(arn);
    pagesWithoutNews = seen.size > before ? 0 : pagesWithoutNews + 1;
    if (tokens.has(nextToken) || pagesWithoutNews >= mostPagesWithoutNews) {
      const expected = tokens.has(nextToken)
        ? "a token that did not come before"
        : `an end after ${mostPagesWithoutNews} pages without another room`;
      throw failureOf(new MalformedAnswer("nextToken", nextToken, expected), subjectOf(client, what));
    }
    if (seen.size >= most) throw endless(client, what, most);
    tokens.add(nextToken);
  }
}

// As many as the 50,000 rooms of an account fill: a service may filter a page after it has filled it.
const mostPagesWithoutNews = 1000;
// Five times as many as an account may have where nobody has raised its quota.
const mostRooms = 250_000;
const roomsOfAPage = 50;
// The service's model says 1024.
const longestToken = 8192;

function endless(client: ServiceClient, what: string, most: number): Error {
  const expected = `a listing of at most ${most} rooms`;
  return failureOf(new MalformedAnswer("rooms", "without an end", expected), subjectOf(client, what));
}

async function readFront(listing: AsyncIterable<Page>, until: string) {
  const front: RoomSummary[] = [];
  for await (const { rooms } of listing) {
    front.push(...rooms);
    const last = rooms.at(-1);
    if (!last || last.updateTime <= until) break;
  }
  return front;
}

function addNewer(rooms: Map<string, RoomSummary>, room: RoomSummary): boolean {
  const known = rooms.get(room.arn);
  if (known && known.updateTime >= room.updateTime) return false;
  rooms.set(room.arn, room);
  return true;
}

function readPage(
  run: Run,
  client: ServiceClient,
  input: ListRoomsCommandInput,
  what: string,
): Promise<Page> {
  return request(run, client, {
    operation: "ListRooms",
    subject: subjectOf(client, what),
    command: () => new (ivschat().ListRoomsCommand)({ ...input, maxResults: roomsOfAPage }),
    read: (answer) => {
      const { rooms, nextToken } = objectFrom("the answer", answer);
      if (!Array.isArray(rooms)) throw new MalformedAnswer("rooms", rooms, "an array");
      if (rooms.length > roomsOfAPage)
        throw new MalformedAnswer("rooms", rooms, `an array of at most ${roomsOfAPage}`);
      const token = nextToken == null ? undefined : stringFrom("nextToken", nextToken);
      if (token !== undefined && token.length > longestToken)
        throw new MalformedAnswer("nextToken", token, `a token of at most ${longestToken} characters`);
      return { rooms: rooms.map(summaryFromAnswer), nextToken: token };
    },
  });
}

function subjectOf({ region, endpoint, profile }: ServiceClient, what: string): Subject {
  return {
    what,
    region,
    endpoint,
    profile,
    action: "ivschat:ListRooms",
    deniedAdvice: ", or give an `identifier` (a room's ARN), which does not need it",
  };
}
