import { lobby } from "../answers";
import { incomplete, odd, type Row } from "./row";

/** Invalid rooms, which must result in an error and never in a guessed value. */
export const wrongRooms: readonly Row[] = [
  {
    fault: "a limit that is a string",
    ...odd({ maximumMessageLength: "400" }, incomplete("maximumMessageLength")),
  },
  {
    fault: "a limit with a fraction",
    ...odd({ maximumMessageLength: 10.5 }, incomplete("maximumMessageLength")),
  },
  {
    fault: "a limit of null",
    ...odd({ maximumMessageRatePerSecond: null }, incomplete("maximumMessageRatePerSecond")),
  },
  {
    fault: "a room without a limit",
    ...odd({ maximumMessageRatePerSecond: undefined }, incomplete("maximumMessageRatePerSecond")),
  },
  { fault: "a time without a zone", ...odd({ createTime: "2026-01-01T00:00:00" }, incomplete("createTime")) },
  { fault: "a time that is a number", ...odd({ updateTime: 1767225600 }, incomplete("updateTime")) },
  {
    fault: "an unknown fallback result",
    ...odd({ messageReviewHandler: { uri: "x", fallbackResult: "MAYBE" } }, incomplete("fallbackResult")),
  },
  {
    fault: "a member of 1 MB",
    ...odd({ name: ["x".repeat(1_000_000)] }, incomplete("name is .{190,210}…; expected a string")),
  },
  { fault: "a tag whose value is a number", ...odd({ tags: { a: 1 } }, incomplete("tags")) },
  { fault: "tags that are an array", ...odd({ tags: ["a"] }, incomplete("tags")) },
  {
    fault: "a room that was not requested",
    ...odd(
      { arn: lobby.replace("Lobby12", "Other12"), id: "LobbyOther12" },
      incomplete("arn is .*, the requested ARN"),
    ),
  },
  {
    fault: "an ID that differs from the ARN's",
    ...odd(
      { id: "../../etc/passwd" },
      incomplete("id is .*; expected LobbyLobby12, the last part of the ARN"),
    ),
  },
];
