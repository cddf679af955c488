import { parseRoomArn, printed } from "./arn";
import { isMarkerTag, markerIn } from "./markers";
import type { FallbackResult, GetRoomResult, MessageReviewHandler } from "./room";

/** A room without its two limits: what ListRooms tells of a room. */
export interface RoomSummary extends Omit<
  GetRoomResult,
  "maximumMessageLength" | "maximumMessageRatePerSecond"
> {
  /** The tags as the service has them, to look for rooms by: those too that no result may hold. */
  readonly allTags: Record<string, string>;
}

/** Says which member of an answer is missing or wrong, and what it holds. */
export class MalformedAnswer extends Error {
  constructor(
    readonly member: string,
    readonly found: unknown,
    expected: string,
  ) {
    super(`${member} is ${found === undefined ? "missing" : printed(found)}, where ${expected} is expected`);
  }
}

/**
 * The room that a GetRoom answer (its parsed JSON) describes: plain data, with nothing in it that Pulumi would take for one of its own
 * markers. Throws MalformedAnswer where it is incomplete or wrong.
 */
export function roomFromAnswer(answer: unknown): GetRoomResult {
  const members = objectFrom("the answer", answer);
  const summary = summaryFromAnswer(members);
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

/** The keys of an answer's tags that its result does not hold, because Pulumi would take the tags for something else. */
export function tagsLeftOut(answer: unknown): string[] {
  const { tags } = objectFrom("the answer", answer);
  return Object.entries(allTagsFrom(tags))
    .filter(([key, value]) => isMarkerTag(key, value))
    .map(([key]) => key);
}

/** The result, or MalformedAnswer where a member would not reach a program as it is. */
export function plainData<Result extends object>(result: Result): Result {
  for (const [name, value] of Object.entries(result)) {
    const member = markerIn(value, name);
    if (member !== undefined) {
      throw new MalformedAnswer(
        member,
        value,
        "data that Pulumi does not take for a value of its own (an unknown, an asset, a secret)",
      );
    }
  }
  return result;
}

/** The room that an entry of a ListRooms answer describes. Throws MalformedAnswer where it is incomplete or wrong. */
export function summaryFromAnswer(answer: unknown): RoomSummary {
  const members = objectFrom("the room", answer);
  const arn = text("arn", members.arn);
  const parsed = parseRoomArn(arn);
  if (!parsed) throw new MalformedAnswer("arn", arn, "a room's ARN");
  const id = text("id", members.id);
  if (id !== parsed.roomId)
    throw new MalformedAnswer("id", id, `${parsed.roomId}, the last part of the ARN,`);
  const allTags = allTagsFrom(members.tags);
  return {
    arn,
    id,
    name: members.name == null ? "" : text("name", members.name, true),
    createTime: time("createTime", members.createTime),
    updateTime: time("updateTime", members.updateTime),
    messageReviewHandler: handler(members.messageReviewHandler),
    tags: withoutMarkers(allTags),
    allTags,
    loggingConfigurationIdentifiers: list(
      "loggingConfigurationIdentifiers",
      members.loggingConfigurationIdentifiers,
    ),
  };
}

export function text(member: string, value: unknown, mayBeEmpty = false): string {
  if (typeof value !== "string" || (value === "" && !mayBeEmpty)) {
    throw new MalformedAnswer(member, value, "text");
  }
  return value;
}

// A date, a time and a zone: anything less (a time without its zone, a number, an HTTP date) would have to be guessed at.
const timePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

export function time(member: string, value: unknown): string {
  const date = typeof value === "string" && timePattern.test(value) ? new Date(value) : undefined;
  if (!date || Number.isNaN(date.getTime())) {
    throw new MalformedAnswer(member, value, "an ISO 8601 time with its zone");
  }
  return date.toISOString();
}

export function objectFrom(member: string, value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new MalformedAnswer(member, value, "an object");
  }
  return value as Record<string, unknown>;
}

/** The tags that a result holds. */
export function tagsFrom(value: unknown): Record<string, string> {
  return withoutMarkers(allTagsFrom(value));
}

function withoutMarkers(tags: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).filter(([key, value]) => !isMarkerTag(key, value)));
}

// Whatever a tag's key is, `__proto__` included, it becomes a property of the result's own.
function allTagsFrom(value: unknown): Record<string, string> {
  if (value == null) return {};
  return Object.fromEntries(
    Object.entries(objectFrom("tags", value)).map(([key, tag]) => [
      key,
      text(`tags[${printed(key)}]`, tag, true),
    ]),
  );
}

// No upper bound: the service has raised its own before.
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
    uri: uri == null ? "" : text("messageReviewHandler.uri", uri, true),
    fallbackResult: fallbackResult == null ? "ALLOW" : fallback(fallbackResult),
  };
}

function fallback(value: unknown): FallbackResult {
  if (value !== "ALLOW" && value !== "DENY") {
    throw new MalformedAnswer("messageReviewHandler.fallbackResult", value, "ALLOW or DENY");
  }
  return value;
}

function list(member: string, value: unknown): string[] {
  if (value == null) return [];
  if (!Array.isArray(value)) throw new MalformedAnswer(member, value, "a list");
  return value.map((item, index) => text(`${member}[${index}]`, item));
}
