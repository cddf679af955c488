import { answer, close, error, half, reset, right, silence } from "../answers";
import { html, page, value, type Row } from "./row";

const skewed = answer(
  403,
  { message: "Signature not yet current" },
  {
    "x-amzn-errortype": "RequestTimeTooSkewed",
    date: new Date(Date.now() + 3_600_000).toUTCString(),
  },
);

/** Transient errors, after which a retry succeeds. */
export const badLuck: readonly Row[] = [
  { fault: "a reset, once", script: [reset, right], outcome: value(), requests: 2 },
  {
    fault: "a connection closed during the answer, once",
    script: [half(close), right],
    outcome: value(),
    requests: 2,
  },
  {
    fault: "500, once",
    script: [error(500, "InternalServerException", "oops"), right],
    outcome: value(),
    requests: 2,
  },
  {
    fault: "503 with a web page, once",
    script: [answer(503, page, html), right],
    outcome: value(),
    requests: 2,
  },
  {
    fault: "429, twice",
    script: [
      error(429, "ThrottlingException", "Rate exceeded"),
      error(429, "ThrottlingException", "Rate exceeded"),
      right,
    ],
    outcome: value(),
    requests: 3,
  },
  { fault: "an incomplete answer, once", script: [answer(200, {}), right], outcome: value(), requests: 2 },
  {
    fault: "429 with a web page, once",
    script: [answer(429, page, html), right],
    outcome: value(),
    requests: 2,
  },
  {
    fault: "408, once",
    script: [error(408, "RequestTimeoutException", "too slow"), right],
    outcome: value(),
    requests: 2,
  },
  { fault: "a local clock that is an hour behind", script: [skewed, right], outcome: value(), requests: 2 },
  { fault: "no answer, once", isSlow: true, script: [silence, right], outcome: value(), requests: 2 },
];
