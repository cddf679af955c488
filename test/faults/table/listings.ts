import type { Fault } from "../../support/faultServer";
import { answer, lobby, summary } from "../answers";
import { incomplete, value, type Row } from "./row";

const only = "ListRooms" as const;
const pages = (page: (index: number) => object): Fault => {
  let index = 0;
  return (exchange) => {
    answer(200, page(index++))(exchange);
  };
};
const other = { ...summary, arn: lobby.replace("Lobby12", "Other12"), id: "LobbyOther12", name: "other" };

/** Listings that are unusual, invalid, or endless. */
export const listings: readonly Row[] = [
  {
    fault: "a page token of null on the last page",
    script: [answer(200, { rooms: [summary], nextToken: null })],
    only,
    outcome: value(),
    requests: 1,
  },
  {
    fault: "a listing with the same room twice",
    script: [answer(200, { rooms: [summary, summary] })],
    only,
    outcome: value(),
    requests: 1,
  },
  {
    fault: "a listing whose page tokens repeat",
    script: [answer(200, { rooms: [summary], nextToken: "again" })],
    only,
    outcome: incomplete('nextToken is "again"; expected a token that was not returned before'),
    requests: 2,
  },
  {
    fault: "a listing that never ends",
    script: [pages((index) => ({ rooms: [], nextToken: `page-${index}` }))],
    only,
    outcome: incomplete("nextToken is .*; expected the last page after 1000 pages without a new room"),
  },
  {
    fault: "a page with more rooms than the maximum",
    script: [answer(200, { rooms: Array.from({ length: 51 }, () => summary) })],
    only,
    outcome: incomplete("expected an array of at most 50"),
    requests: 2,
  },
  {
    fault: "a page token of 1 MB",
    script: [answer(200, { rooms: [summary], nextToken: "t".repeat(1_000_000) })],
    only,
    outcome: incomplete("expected a token of at most 8192 characters"),
    requests: 2,
  },
  {
    fault: "an empty page token",
    script: [answer(200, { rooms: [summary], nextToken: "" })],
    only,
    outcome: incomplete("nextToken"),
    requests: 2,
  },
  {
    fault: "a listing without the member `rooms`",
    script: [answer(200, { nextToken: "x" })],
    only,
    outcome: incomplete("rooms is missing"),
    requests: 2,
  },
  {
    fault: "a listing whose `rooms` is an object",
    script: [answer(200, { rooms: { 0: summary } })],
    only,
    outcome: incomplete("rooms"),
    requests: 2,
  },
  {
    fault: "a listing with an entry of null",
    script: [answer(200, { rooms: [summary, null] })],
    only,
    outcome: incomplete("the room is null"),
    requests: 2,
  },
  {
    fault: "a listing with an entry without an update time",
    script: [answer(200, { rooms: [{ ...other, updateTime: undefined }, summary] })],
    only,
    outcome: incomplete("updateTime is missing"),
    requests: 2,
  },
  {
    fault: "a listing with an entry whose ARN is not a room's",
    script: [answer(200, { rooms: [{ ...summary, arn: "../../etc/passwd" }] })],
    only,
    outcome: incomplete("arn is .*; expected a room's ARN"),
    requests: 2,
  },
];
