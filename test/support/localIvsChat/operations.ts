import { conflict, notFound, quotaExceeded, validation } from "./errors";
import type { Input } from "./input";
import { page } from "./paging";
import {
  placeOf,
  reviewHandler,
  type LoggingConfiguration,
  type Room,
  type RoomChanges,
  type State,
} from "./state";
import { loggingConfigurationOnWire, plain, roomOnWire } from "./wire";

/** The caller of a request, and the region of the endpoint. */
export interface Asker {
  readonly region: string;
  readonly account: string;
}

/** The implementation of each operation. The input is already validated. Returns undefined for a response without a body. */
export const operations: Record<string, (state: State, input: Input, asker: Asker) => object | undefined> = {
  GetRoom: (state, { identifier }) => roomOnWire(roomOf(state, identifier)),

  ListRooms: (state, input, asker) => {
    const { name, messageReviewHandlerUri: uri, loggingConfigurationIdentifier: logging } = input;
    const place = placeOfAsker(asker);
    const passing = state.rooms
      .list(place)
      .filter(
        (room) =>
          (!name || room.name === name) &&
          (!uri || room.messageReviewHandler?.uri === uri) &&
          (!logging || room.loggingConfigurationIdentifiers.includes(logging as string)),
      );
    const { items, ...rest } = page(passing, input, ["ListRooms", place, name, uri, logging]);
    return { rooms: items.map((room) => roomOnWire(room, true)), ...rest };
  },

  CreateRoom: (state, input, asker) => {
    const { loggingConfigurationIdentifiers: logging = [] } = input as Partial<Room>;
    checkLogging(state, placeOfAsker(asker), logging);
    const { region, account } = asker;
    return roomOnWire(state.putRoom({ ...input, region, account }));
  },

  UpdateRoom: (state, { identifier, ...changes }) =>
    roomOnWire(updateRoom(state, identifier as string, changes)),

  DeleteRoom: (state, { identifier }) => {
    state.rooms.delete(roomOf(state, identifier).arn);
    return undefined;
  },

  GetLoggingConfiguration: (state, { identifier }) =>
    loggingConfigurationOnWire(loggingOf(state, identifier)),

  ListLoggingConfigurations: (state, input, asker) => {
    const place = placeOfAsker(asker);
    const all = state.loggingConfigurations.list(place);
    const { items, ...rest } = page(all, input, ["ListLoggingConfigurations", place]);
    return { loggingConfigurations: items.map(loggingConfigurationOnWire), ...rest };
  },

  CreateLoggingConfiguration: (state, input, asker) => {
    const limit = 10;
    if (state.loggingConfigurations.list(placeOfAsker(asker)).length >= limit)
      throw quotaExceeded("new", limit);
    const { region, account } = asker;
    return loggingConfigurationOnWire(state.putLoggingConfiguration({ ...input, region, account }));
  },

  UpdateLoggingConfiguration: (state, { identifier, name, destinationConfiguration }) => {
    const logging = loggingOf(state, identifier);
    if (name !== undefined) logging.name = name as string;
    if (destinationConfiguration !== undefined)
      logging.destinationConfiguration = destinationConfiguration as object;
    logging.updateTime = state.now();
    return loggingConfigurationOnWire(state.loggingConfigurations.put(logging));
  },

  DeleteLoggingConfiguration: (state, { identifier }) => {
    const { arn } = loggingOf(state, identifier);
    const isUsed = state.rooms
      .list(placeOf(arn))
      .some(({ loggingConfigurationIdentifiers }) => loggingConfigurationIdentifiers.includes(arn));
    if (isUsed) throw conflict(arn, "Logging configuration is used by a room");
    state.loggingConfigurations.delete(arn);
    return undefined;
  },

  ListTagsForResource: (state, { resourceArn }) => ({ tags: plain(tagged(state, resourceArn).tags) }),

  TagResource: (state, { resourceArn, tags }) => {
    const resource = tagged(state, resourceArn);
    const all = new Map([...resource.tags, ...Object.entries(tags as Record<string, string>)]);
    if (all.size > 50)
      throw validation("A resource has at most 50 tags", [{ name: "tags", message: "too many" }]);
    resource.tags = all;
    return {};
  },

  UntagResource: (state, { resourceArn, tagKeys }) => {
    const resource = tagged(state, resourceArn);
    for (const key of [tagKeys].flat() as string[]) resource.tags.delete(key);
    return {};
  },
};

/** Changes a room's settings and its update time. Does not change tags. */
export function updateRoom(state: State, arn: string, changes: RoomChanges): Room {
  const room = roomOf(state, arn);
  const { loggingConfigurationIdentifiers: logging, messageReviewHandler: handler, tags } = changes;
  const { name, maximumMessageLength, maximumMessageRatePerSecond } = changes;
  if (logging) {
    checkLogging(state, placeOf(arn), logging);
    room.loggingConfigurationIdentifiers = [...logging];
  }
  if (handler) {
    const { uri = "" } = room.messageReviewHandler ?? {};
    room.messageReviewHandler = reviewHandler({ uri, ...handler });
  }
  if (tags) room.tags = new Map(Object.entries(tags));
  room.name = name ?? room.name;
  room.maximumMessageLength = maximumMessageLength ?? room.maximumMessageLength;
  room.maximumMessageRatePerSecond = maximumMessageRatePerSecond ?? room.maximumMessageRatePerSecond;
  room.updateTime = state.now();
  return state.rooms.put(room);
}

function roomOf(state: State, arn: unknown): Room {
  const room = state.rooms.get(arn as string);
  if (!room) throw notFound(arn as string);
  return room;
}

function loggingOf(state: State, arn: unknown): LoggingConfiguration {
  const logging = state.loggingConfigurations.get(arn as string);
  if (!logging) throw notFound(arn as string);
  return logging;
}

function tagged(state: State, arn: unknown): Room | LoggingConfiguration {
  return state.rooms.get(arn as string) ?? loggingOf(state, arn);
}

// The logging configurations of a room must be in the same account and region as the room.
function checkLogging(state: State, place: string, arns: readonly string[]): void {
  for (const arn of arns) if (placeOf(loggingOf(state, arn).arn) !== place) throw notFound(arn);
}

const placeOfAsker = ({ region, account }: Asker) => `${region}:${account}`;
