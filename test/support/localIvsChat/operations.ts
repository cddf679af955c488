import { conflict, notFound, quotaExceeded, validation } from "./errors";
import { page } from "./paging";
import { placeOf, type LoggingConfiguration, type Room, type State } from "./state";
import { loggingConfigurationOnWire, plain, roomOnWire } from "./wire";

/** Who asks, and from which region. */
export interface Asker {
  readonly region: string;
  readonly account: string;
}

type Body = Record<string, unknown>;

/** What each operation does with a body that its schema has let through; undefined for an answer without one. */
export const operations: Record<string, (state: State, body: Body, asker: Asker) => object | undefined> = {
  GetRoom: (state, { identifier }) => roomOnWire(roomOf(state, identifier)),

  ListRooms: (state, body, asker) => {
    const { name, messageReviewHandlerUri: uri, loggingConfigurationIdentifier: logging } = body;
    const passing = state.rooms
      .list(`${asker.region}:${asker.account}`)
      .filter(
        (room) =>
          (!name || room.name === name) &&
          (!uri || room.messageReviewHandler?.uri === uri) &&
          (!logging || room.loggingConfigurationIdentifiers.includes(logging as string)),
      );
    const { items, ...rest } = page(passing, body);
    return { rooms: items.map((room) => roomOnWire(room, true)), ...rest };
  },

  CreateRoom: (state, body, { region, account }) => {
    const { loggingConfigurationIdentifiers: logging = [] } = body as Partial<Room>;
    checkLogging(state, logging);
    return roomOnWire(state.putRoom({ ...body, region, account }));
  },

  UpdateRoom: (state, { identifier, ...changes }) => {
    const { tags: _tags, ...answer } = roomOnWire(updateRoom(state, identifier as string, changes)) as Body;
    return answer;
  },

  DeleteRoom: (state, { identifier }) => {
    state.rooms.delete(roomOf(state, identifier).arn);
    return undefined;
  },

  GetLoggingConfiguration: (state, { identifier }) =>
    loggingConfigurationOnWire(loggingOf(state, identifier)),

  ListLoggingConfigurations: (state, body, { region, account }) => {
    const { items, ...rest } = page(state.loggingConfigurations.list(`${region}:${account}`), body);
    return { loggingConfigurations: items.map(loggingConfigurationOnWire), ...rest };
  },

  CreateLoggingConfiguration: (state, body, { region, account }) => {
    const limit = 10;
    if (state.loggingConfigurations.list(`${region}:${account}`).length >= limit)
      throw quotaExceeded("new", limit);
    return loggingConfigurationOnWire(state.putLoggingConfiguration({ ...body, region, account }));
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

/** Changes a room's settings and moves its update time. Tags are changed only where a test does so directly. */
export function updateRoom(state: State, arn: string, changes: Body): Room {
  const room = roomOf(state, arn);
  const {
    loggingConfigurationIdentifiers: logging,
    messageReviewHandler,
    tags,
    ...settings
  } = changes as {
    loggingConfigurationIdentifiers?: string[];
    messageReviewHandler?: Room["messageReviewHandler"];
    tags?: Record<string, string>;
  };
  if (logging) {
    checkLogging(state, logging);
    room.loggingConfigurationIdentifiers = logging;
  }
  if (messageReviewHandler)
    room.messageReviewHandler = { uri: "", fallbackResult: "ALLOW", ...messageReviewHandler };
  if (tags) room.tags = new Map(Object.entries(tags));
  Object.assign(room, settings, { updateTime: state.now() });
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

function checkLogging(state: State, arns: readonly string[]): void {
  for (const arn of arns) loggingOf(state, arn);
}
