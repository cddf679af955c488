import type { ListRoomsCommandInput } from "@aws-sdk/client-ivschat";
import type { ServiceClient } from "../aws/clients";
import { MalformedAnswer, objectFrom, stringFrom } from "../room/answer";
import { ivschat } from "../aws/packages";
import { summaryFromAnswer, type RoomSummary } from "../room/fromAnswer";
import { InvalidRoomIdentifierError } from "../errors";
import { failureOf, type Subject } from "./failure";
import { request } from "./request";
import type { Run } from "./run";

/** The filters that ListRooms supports. */
export type ListFilter = Pick<
  ListRoomsCommandInput,
  "name" | "messageReviewHandlerUri" | "loggingConfigurationIdentifier"
>;

export interface Page {
  readonly rooms: readonly RoomSummary[];
  readonly nextToken: string | undefined;
}

/**
 * Lists all rooms that match the filter. Returns a map from ARNs to rooms.
 *
 * The service sorts rooms by update time, newest first. A room that is updated during the listing can move to a page that was already read,
 * and would be missed. If there are several pages, the first pages are therefore read again, until they contain only known rooms.
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
    // The service rejects expired page tokens, so the listing starts again. If the first request, which has no token, is rejected, a filter
    // is invalid.
    if (rooms.size > 0 && error instanceof InvalidRoomIdentifierError) return readAll(pages(), rooms);
    throw error;
  });
  let { newest } = first;
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

/** Reads the pages one after another. Throws an IncompleteRoomError if the service never returns a last page. */
export async function* listPages(
  run: Run,
  client: ServiceClient,
  filter: ListFilter,
  what: string,
  most = mostRooms,
): AsyncGenerator<Page, void, undefined> {
  const tokens = new Set<string>();
  const seen = new Set<string>();
  let pagesWithoutNewRoom = 0;
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
    pagesWithoutNewRoom = seen.size > before ? 0 : pagesWithoutNewRoom + 1;
    if (tokens.has(nextToken) || pagesWithoutNewRoom >= mostPagesWithoutNewRoom) {
      const expected = tokens.has(nextToken)
        ? "a token that was not returned before"
        : `the last page after ${mostPagesWithoutNewRoom} pages without a new room`;
      throw failureOf(new MalformedAnswer("nextToken", nextToken, expected), subjectOf(client, what));
    }
    if (seen.size >= most) throw endless(client, what, most);
    tokens.add(nextToken);
  }
}

// An account's default quota is 50,000 rooms, which fill 1,000 pages. If the service filters after paging, all of these can be empty.
const mostPagesWithoutNewRoom = 1000;
// Five times the default quota for rooms.
const mostRooms = 250_000;
const roomsOfAPage = 50;
// Eight times the maximum in the API reference, 1024 characters.
const longestToken = 8192;

function endless(client: ServiceClient, what: string, most: number): Error {
  const expected = `a listing of at most ${most} rooms`;
  return failureOf(new MalformedAnswer("rooms", "endless", expected), subjectOf(client, what));
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
    parse: (answer) => {
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
    deniedAdvice: ", or pass an `identifier` (a room's ARN), which does not need this permission",
  };
}
