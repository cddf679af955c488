import { brotliCompressSync } from "node:zlib";
import { answer, huge, json, rightAnswer } from "../answers";
import { fails, html, incomplete, notTheServices, page, unreachable, type Row } from "./row";

const cut = (exchange: Parameters<typeof rightAnswer>[0]) =>
  JSON.stringify(rightAnswer(exchange)).slice(0, 60);

/** Responses that are incomplete, too large, or not from the service. */
export const noRealAnswer: readonly Row[] = [
  {
    fault: "200 with a web page",
    script: [answer(200, page, html)],
    outcome: incomplete("JSON"),
    requests: 2,
  },
  {
    fault: "404 with a web page",
    script: [answer(404, page, html)],
    outcome: notTheServices(404, 'it starts with "Blocked by the corporate proxy"'),
    requests: 2,
  },
  {
    fault: "403 with a web page",
    script: [answer(403, page, html)],
    outcome: notTheServices(403),
    requests: 2,
  },
  {
    fault: "502 with a web page, always",
    script: [answer(502, page, html)],
    outcome: notTheServices(502),
    requests: 3,
  },
  {
    fault: "404 of another server",
    script: [answer(404, { error: "no such page" })],
    outcome: notTheServices(404, "no such page"),
    requests: 2,
  },
  {
    fault: "403 of a gateway with a numeric error code",
    script: [answer(403, { code: 403, message: "Forbidden" })],
    outcome: notTheServices(403, "Forbidden"),
    requests: 2,
  },
  {
    fault: "404 with a numeric error type",
    script: [answer(404, { __type: 5 })],
    outcome: notTheServices(404, "__type"),
    requests: 2,
  },
  {
    fault: "400 with an error code of 60 kB",
    script: [answer(400, { code: "a".repeat(60_000) })],
    outcome: notTheServices(400),
    requests: 2,
  },
  {
    fault: "403 with a message of 1 MB",
    script: [
      answer(
        403,
        { message: "no ".repeat(350_000) },
        { ...json, "x-amzn-errortype": "AccessDeniedException" },
      ),
    ],
    outcome: notTheServices(403, "no no"),
    requests: 2,
  },
  {
    fault: "404 with an invalid gzip body",
    script: [answer(404, "no gzip", { "content-encoding": "gzip" })],
    outcome: notTheServices(404, "no gzip"),
    requests: 2,
  },
  {
    fault: "400 with an empty body",
    script: [answer(400, "")],
    outcome: notTheServices(400, "an empty body"),
    requests: 2,
  },
  {
    fault: "400 with a body of null",
    script: [answer(400, "null")],
    outcome: notTheServices(400),
    requests: 2,
  },
  {
    fault: "a redirect",
    script: [answer(307, "", { location: "http://127.0.0.1:1/GetRoom" })],
    outcome: notTheServices(307),
    requests: 2,
  },
  { fault: "204 without a body", script: [answer(204, "")], outcome: incomplete("JSON"), requests: 2 },
  { fault: "an empty body", script: [answer(200, "")], outcome: incomplete("JSON"), requests: 2 },
  {
    fault: "a body that is an empty object",
    script: [answer(200, {})],
    outcome: incomplete("is missing"),
    requests: 2,
  },
  { fault: "a body of null", script: [answer(200, "null")], outcome: incomplete("an object"), requests: 2 },
  {
    fault: "a body that is an array",
    script: [answer(200, [])],
    outcome: incomplete("an object"),
    requests: 2,
  },
  {
    fault: "a body of incomplete JSON",
    script: [answer(200, cut)],
    outcome: incomplete("JSON"),
    requests: 2,
  },
  {
    fault: "a body of a hundred thousand brackets",
    script: [answer(200, "[".repeat(100_000))],
    outcome: incomplete("JSON"),
    requests: 2,
  },
  {
    fault: "an invalid gzip body",
    script: [answer(200, "no gzip", { "content-encoding": "gzip" })],
    outcome: incomplete("gzip"),
    requests: 2,
  },
  {
    fault: "a body with an unsupported content encoding",
    script: [answer(200, brotliCompressSync("{}"), { ...json, "content-encoding": "br" })],
    outcome: incomplete("JSON"),
    requests: 2,
  },
  {
    fault: "a body of 100 MB",
    script: [huge],
    outcome: fails("RoomReadError", /the answer is larger than 8 MB/),
    requests: 1,
  },
  {
    fault: "headers of 40 kB",
    script: [answer(200, rightAnswer, { ...json, odd: "x".repeat(40_000) })],
    outcome: unreachable("HPE_HEADER_OVERFLOW"),
    requests: 1,
  },
];
