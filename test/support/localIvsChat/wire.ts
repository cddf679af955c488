import type { LoggingConfiguration, Room } from "./state";

/** Returns a room as in the GetRoom response or, without the limits, as in the ListRooms response. */
export function roomOnWire(room: Room, isSummary = false): object {
  const { tags, maximumMessageLength, maximumMessageRatePerSecond, ...members } = room;
  return {
    ...members,
    ...(isSummary ? {} : { maximumMessageLength, maximumMessageRatePerSecond }),
    tags: plain(tags),
  };
}

export function loggingConfigurationOnWire({ tags, ...members }: LoggingConfiguration): object {
  return { ...members, tags: plain(tags) };
}

/** Converts the map to an object, in which `__proto__` is a normal property. */
export function plain(tags: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(tags);
}
