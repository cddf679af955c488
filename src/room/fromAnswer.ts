import { optionalStringFrom, stringsFrom, timeFrom, MalformedAnswer, objectFrom } from "./answer";
import { parseArn } from "./arn";
import { plainData } from "./markers";
import type { FallbackResult, GetRoomResult, MessageReviewHandler } from "./room";
import { allTagsFrom, withoutMarkers } from "./tags";

/** A room as returned by ListRooms, which omits the two message limits. */
export interface RoomSummary extends Omit<
  GetRoomResult,
  "maximumMessageLength" | "maximumMessageRatePerSecond"
> {
  /** All tags of the room, for filtering. Unlike `tags`, includes tags that are markers (see markers.ts). */
  readonly allTags: Record<string, string>;
}

/** Converts the parsed JSON of a GetRoom response. Throws MalformedAnswer if the response is incomplete or invalid. */
export function roomFromAnswer(answer: unknown): GetRoomResult {
  const members = objectFrom("the answer", answer);
  const summary = summaryFromAnswer(members);
  // Not a spread of `summary`, which would include `allTags`.
  return plainData({
    arn: summary.arn,
    id: summary.id,
    name: summary.name,
    createTime: summary.createTime,
    updateTime: summary.updateTime,
    maximumMessageLength: limit("maximumMessageLength", members.maximumMessageLength),
    maximumMessageRatePerSecond: limit("maximumMessageRatePerSecond", members.maximumMessageRatePerSecond),
    messageReviewHandler: summary.messageReviewHandler,
    tags: summary.tags,
    loggingConfigurationIdentifiers: summary.loggingConfigurationIdentifiers,
  });
}

/** Converts one room of a ListRooms response. Throws MalformedAnswer if the room is incomplete or invalid. */
export function summaryFromAnswer(answer: unknown): RoomSummary {
  const members = objectFrom("the room", answer);
  const arn = parseArn(members.arn, "room");
  if (!arn) throw new MalformedAnswer("arn", members.arn, "a room's ARN");
  if (members.id !== arn.id)
    throw new MalformedAnswer("id", members.id, `${arn.id}, the last part of the ARN`);
  const allTags = allTagsFrom(members.tags);
  return {
    arn: arn.text,
    id: arn.id,
    name: optionalStringFrom("name", members.name),
    createTime: timeFrom("createTime", members.createTime),
    updateTime: timeFrom("updateTime", members.updateTime),
    messageReviewHandler: handler(members.messageReviewHandler),
    tags: withoutMarkers(allTags),
    allTags,
    loggingConfigurationIdentifiers: stringsFrom(
      "loggingConfigurationIdentifiers",
      members.loggingConfigurationIdentifiers,
    ),
  };
}

// There is no upper bound, because AWS may raise the maximum values.
function limit(member: string, value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 1) {
    throw new MalformedAnswer(member, value, "a whole number of at least 1");
  }
  return value;
}

function handler(value: unknown): MessageReviewHandler {
  if (value == null) return { uri: "", fallbackResult: "ALLOW" };
  const { uri, fallbackResult } = objectFrom("messageReviewHandler", value);
  return {
    uri: optionalStringFrom("messageReviewHandler.uri", uri),
    fallbackResult: fallbackResult == null ? "ALLOW" : fallback(fallbackResult),
  };
}

function fallback(value: unknown): FallbackResult {
  if (value !== "ALLOW" && value !== "DENY") {
    throw new MalformedAnswer("messageReviewHandler.fallbackResult", value, "ALLOW or DENY");
  }
  return value;
}
