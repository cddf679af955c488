import { answer, reset, right, rightAnswer, room, trickle, zipped } from "../answers";
import { html, odd, value, type Row } from "./row";

/** Responses that are unusual but valid. */
export const oddAndRight: readonly Row[] = [
  {
    fault: "a message rate above the documented maximum",
    ...odd({ maximumMessageRatePerSecond: 150 }, value({ maximumMessageRatePerSecond: 150 })),
  },
  { fault: "a time with an offset", ...odd({ createTime: "2026-01-01T02:00:00+02:00" }, value()) },
  {
    fault: "a time with nine decimals",
    ...odd({ updateTime: "2026-02-02T00:00:00.123456789Z" }, value()),
  },
  {
    fault: "null for the optional members",
    ...odd({ tags: null, messageReviewHandler: null }, value({ tags: {} })),
  },
  { fault: "an empty review handler", ...odd({ messageReviewHandler: {} }, value()) },
  { fault: "a room without a name", ...odd({ name: undefined }, value({ name: "" })) },
  { fault: "a member that the SDK does not know", ...odd({ color: "red" }, value()) },
  {
    fault: "tag keys that are properties of every object",
    script: [
      answer(200, (of) =>
        of.operation === "GetRoom"
          ? JSON.stringify({ ...room, tags: "T" }).replace(
              '"T"',
              '{"__proto__":"p","constructor":"c","toString":""}',
            )
          : rightAnswer(of),
      ),
    ],
    outcome: value({
      tags: Object.defineProperty({ constructor: "c", toString: "" }, "__proto__", {
        value: "p",
        enumerable: true,
      }),
    }),
    only: "GetRoom",
    requests: 1,
  },
  { fault: "a body that arrives slowly", script: [trickle(100, 10)], outcome: value(), requests: 1 },
  { fault: "a gzip body", script: [zipped], outcome: value(), requests: 1 },
  {
    fault: "a valid body with the content type text/html",
    script: [answer(200, rightAnswer, html)],
    outcome: value(),
    requests: 1,
  },
  {
    fault: "a valid body without a content type",
    script: [answer(200, rightAnswer, {})],
    outcome: value(),
    requests: 1,
  },
  {
    fault: "a connection reset after the answer",
    script: [
      (exchange) => {
        right(exchange);
        setTimeout(() => {
          reset(exchange);
        }, 50);
      },
    ],
    outcome: value(),
    requests: 1,
  },
];
