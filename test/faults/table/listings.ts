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

/** Listings that are odd, wrong or endless. */
export const listings: readonly Row[] = [
  {
    fault: "an end of the listing that is null",
    script: [answer(200, { rooms: [summary], nextToken: null })],
    only,
    outcome: value(),
    requests: 1,
  },
  {
    fault: "the same room twice",
    script: [answer(200, { rooms: [summary, summary] })],
    only,
    outcome: value(),
    requests: 1,
  },
  {
    fault: "a listing whose tokens go round",
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
    fault: "more rooms on a page than were asked for",
    script: [answer(200, { rooms: Array.from({ length: 51 }, () => summary) })],
    only,
    outcome: incomplete("expected an array of at most 50"),
    requests: 2,
  },
  {
    fault: "a token of a megabyte",
    script: [answer(200, { rooms: [summary], nextToken: "t".repeat(1_000_000) })],
    only,
    outcome: incomplete("expected a token of at most 8192 characters"),
    requests: 2,
  },
  {
    fault: "an empty token",
    script: [answer(200, { rooms: [summary], nextToken: "" })],
    only,
    outcome: incomplete("nextToken"),
    requests: 2,
  },
  {
    fault: "no list of rooms",
    script: [answer(200, { nextToken: "x" })],
    only,
    outcome: incomplete("rooms is missing"),
    requests: 2,
  },
  {
    fault: "an object in place of the rooms",
    script: [answer(200, { rooms: { 0: summary } })],
    only,
    outcome: incomplete("rooms"),
    requests: 2,
  },
  {
    fault: "null among the rooms",
    script: [answer(200, { rooms: [summary, null] })],
    only,
    outcome: incomplete("the room is null"),
    requests: 2,
  },
  {
    fault: "an entry without an update time",
    script: [answer(200, { rooms: [{ ...other, updateTime: undefined }, summary] })],
    only,
    outcome: incomplete("updateTime is missing"),
    requests: 2,
  },
  {
    fault: "an entry whose ARN is not a room's",
    script: [answer(200, { rooms: [{ ...summary, arn: "../../etc/passwd" }] })],
    only,
    outcome: incomplete("arn is .*; expected a room's ARN"),
    requests: 2,
  },
];
