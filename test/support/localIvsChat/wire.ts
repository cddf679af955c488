import type { LoggingConfiguration, Room } from "./state";

/** A room as GetRoom answers it, and with the limits left out as ListRooms does. */
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

/** The same keys as own properties, `__proto__` too. */
export function plain(tags: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(tags);
}
