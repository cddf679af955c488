import type { ServiceClient } from "../aws/clients";
import { printed } from "../room/text";
import type { Run } from "./run";
import type { RoomSummary } from "../room/fromAnswer";
import type { GetRoomResult } from "../room/room";
import { AmbiguousRoomError, RoomNotFoundError } from "../errors";
import { checkAccount } from "./checkAccount";
import { listRooms, type ListFilter } from "./listRooms";
import { readRoom } from "./readRoom";

export interface RoomFilter extends ListFilter {
  readonly namePrefix?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/** Finds the only room that matches. Throws RoomNotFoundError if no room matches, AmbiguousRoomError if several rooms match. */
export async function findOne(
  run: Run,
  client: ServiceClient,
  filter: RoomFilter,
  notBefore = 0,
): Promise<RoomSummary> {
  const { found, among } = await findSummaries(run, client, filter, notBefore);
  const [first, second] = found;
  const details = { identifier: undefined, region: client.region };
  if (first === undefined) {
    throw new RoomNotFoundError(
      `there is no room with ${described(filter)} in ${client.region} (searched ${counted(among, filter)})`,
      { code: "RoomNotFound", ...details },
    );
  }
  if (second === undefined) return first;
  const arns = found.map(({ arn }) => arn);
  const more = arns.length > mostArns ? `, and ${arns.length - mostArns} more` : "";
  throw new AmbiguousRoomError(
    `${arns.length} rooms in ${client.region} have ${described(filter)}: ` +
      `${arns.slice(0, mostArns).join(", ")}${more}; pass the ARN of one of them as \`identifier\``,
    { code: "AmbiguousRoom", ...details, arns },
  );
}

/** Reads all rooms that match, sorted by ARN. Skips rooms that are deleted during the read. */
export async function readRooms(
  run: Run,
  client: ServiceClient,
  filter: RoomFilter,
  notBefore = 0,
): Promise<GetRoomResult[]> {
  const { found } = await findSummaries(run, client, filter, notBefore);
  const rooms = await Promise.all(
    found.map(({ arn }) =>
      readRoom(run, client, arn, notBefore).catch((error: unknown) => {
        if (error instanceof RoomNotFoundError) return undefined;
        throw error;
      }),
    ),
  );
  return rooms.filter((room) => room !== undefined);
}

async function findSummaries(run: Run, client: ServiceClient, filter: RoomFilter, notBefore: number) {
  const { name, messageReviewHandlerUri, loggingConfigurationIdentifier } = filter;
  const serverSide = {
    // The service ignores an empty name as a filter, so `passes` selects the rooms without a name.
    ...(name === undefined || name === "" ? {} : { name }),
    ...(messageReviewHandlerUri === undefined ? {} : { messageReviewHandlerUri }),
    ...(loggingConfigurationIdentifier === undefined ? {} : { loggingConfigurationIdentifier }),
  };
  const what = `rooms with ${described(filter)}`;
  const key = `rooms ${JSON.stringify(serverSide)} ${client.key}`;
  const rooms = await run.shared(key, notBefore, async () => {
    await checkAccount(client, undefined, { what, region: client.region, action: "ivschat:ListRooms" });
    return listRooms(run, client, serverSide, what);
  });
  const found = [...rooms.values()].filter((room) => passes(room, filter));
  return { found: found.sort((a, b) => (a.arn < b.arn ? -1 : 1)), among: rooms.size };
}

function passes(room: RoomSummary, filter: RoomFilter): boolean {
  const { name, namePrefix, tags = {}, messageReviewHandlerUri, loggingConfigurationIdentifier } = filter;
  return (
    (name === undefined || room.name === name) &&
    (namePrefix === undefined || room.name.startsWith(namePrefix)) &&
    Object.entries(tags).every(
      ([key, value]) => Object.hasOwn(room.allTags, key) && room.allTags[key] === value,
    ) &&
    (messageReviewHandlerUri === undefined || room.messageReviewHandler.uri === messageReviewHandlerUri) &&
    (loggingConfigurationIdentifier === undefined ||
      room.loggingConfigurationIdentifiers.includes(loggingConfigurationIdentifier))
  );
}

function described(filter: RoomFilter): string {
  const parts = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) =>
      key === "name" ? `the name ${printed(value)}` : `${wording[key] ?? key} ${printed(value)}`,
    );
  return parts.length === 0 ? "any configuration" : parts.join(" and ");
}

const wording: Record<string, string> = {
  namePrefix: "a name that starts with",
  tags: "the tags",
  messageReviewHandlerUri: "the message review handler",
  loggingConfigurationIdentifier: "the logging configuration",
};

function counted(among: number, { name }: RoomFilter): string {
  const rooms = among === 1 ? "1 room" : `${among} rooms`;
  return name ? `${rooms} that the service lists for that name` : rooms;
}

const mostArns = 10;
