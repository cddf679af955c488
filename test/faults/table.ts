import type { Fault } from "../support/faultServer";
import {
  answer,
  close,
  error,
  half,
  huge,
  lobby,
  reset,
  right,
  rightAnswer,
  room,
  roomWith,
  silence,
  trickle,
  zipped,
} from "./answers";

/** What a user should see: the room (with these members other than usual), or an error of a class with a message. */
export type Outcome =
  | { readonly value: Readonly<Record<string, unknown>> }
  | { readonly error: string; readonly message: RegExp };

export interface Row {
  readonly fault: string;
  /** What happens to the first request, to the second, …; the last entry to all that follow. */
  readonly script?: readonly Fault[];
  /** In place of a server that answers: where there is none, or another kind. */
  readonly server?:
    "none" | "silent" | "silent TLS" | "wrong certificate" | "resets connections" | "no such host";
  readonly outcome: Outcome;
  /** How many requests it takes, for a face that makes one where all is well. */
  readonly requests?: number;
  /** Only for a room itself, not for a listing or a logging configuration. */
  readonly isOfARoom?: boolean;
}

const value = (members: Readonly<Record<string, unknown>> = {}): Outcome => ({ value: members });
const fails = (name: string, message: RegExp): Outcome => ({ error: name, message });
const html = { "content-type": "text/html" };
const page = "<html><body><h1>Blocked by the corporate proxy</h1></body></html>";
const incomplete = (member: string) =>
  fails("IncompleteRoomError", new RegExp(`the service's answer is incomplete or wrong: .*${member}`));
const unreachable = (code: string) =>
  fails(
    "RoomReadError",
    new RegExp(`does not answer as it should \\((${code}).*check the network, the proxy and the endpoint`),
  );
const odd = (members: Record<string, unknown>, outcome: Outcome) => ({
  script: [roomWith(members)],
  outcome,
  isOfARoom: true,
  requests: "value" in outcome ? 1 : 2,
});

/** Faults, and what a user should see of each. */
export const table: readonly Row[] = [
  { fault: "none", script: [right], outcome: value(), requests: 1 },

  // Odd, and right all the same.
  {
    fault: "a rate above what was documented once",
    ...odd({ maximumMessageRatePerSecond: 150 }, value({ maximumMessageRatePerSecond: 150 })),
  },
  { fault: "a time with an offset", ...odd({ createTime: "2026-01-01T02:00:00+02:00" }, value()) },
  {
    fault: "a time with nine digits of a second",
    ...odd({ updateTime: "2026-02-02T00:00:00.123456789Z" }, value()),
  },
  {
    fault: "null for what is optional",
    ...odd({ tags: null, messageReviewHandler: null }, value({ tags: {} })),
  },
  { fault: "an empty review handler", ...odd({ messageReviewHandler: {} }, value()) },
  { fault: "no name", ...odd({ name: undefined }, value({ name: "" })) },
  { fault: "a member of a later model", ...odd({ color: "red" }, value()) },
  {
    fault: "tag keys that every object has",
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
    isOfARoom: true,
    requests: 1,
  },
  { fault: "a body that trickles in", script: [trickle(100, 10)], outcome: value(), requests: 1 },
  { fault: "a zipped body", script: [zipped], outcome: value(), requests: 1 },
  {
    fault: "the content type of a web page",
    script: [answer(200, rightAnswer, html)],
    outcome: value(),
    requests: 1,
  },
  { fault: "no content type", script: [answer(200, rightAnswer, {})], outcome: value(), requests: 1 },
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

  // Bad luck, and then all is well.
  { fault: "a reset, once", script: [reset, right], outcome: value(), requests: 2 },
  {
    fault: "a connection closed half way, once",
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
  { fault: "no answer, once", script: [silence, right], outcome: value(), requests: 2 },

  // The service says no.
  {
    fault: "ResourceNotFoundException",
    script: [error(404, "ResourceNotFoundException", "gone", { resourceId: lobby, resourceType: "ROOM" })],
    outcome: fails(
      "RoomNotFoundError",
      /there is no such (room|logging configuration) \(ResourceNotFoundException\); check the ARN/,
    ),
    requests: 1,
  },
  {
    fault: "AccessDeniedException",
    script: [error(403, "AccessDeniedException", "User: x is not authorized")],
    outcome: fails(
      "AccessDeniedError",
      /access denied: User: x is not authorized; allow ivschat:(GetRoom|ListRooms|GetLoggingConfiguration) to whoever runs Pulumi/,
    ),
    requests: 1,
  },
  {
    fault: "ValidationException",
    script: [
      error(400, "ValidationException", "bad", {
        reason: "FIELD_VALIDATION_FAILED",
        fieldList: [{ name: "identifier", message: "is odd" }],
      }),
    ],
    outcome: fails(
      "InvalidRoomIdentifierError",
      /refuses the request as invalid: bad \(identifier: is odd\)/,
    ),
    requests: 1,
  },
  {
    fault: "PendingVerification",
    script: [error(403, "PendingVerification", "Your account is being verified")],
    outcome: fails(
      "RoomReadError",
      /the service answered 403 PendingVerification: Your account is being verified/,
    ),
    requests: 1,
  },
  {
    fault: "ConflictException",
    script: [error(409, "ConflictException", "no")],
    outcome: fails("RoomReadError", /the service answered 409 ConflictException: no/),
    requests: 1,
  },
  {
    fault: "ServiceQuotaExceededException",
    script: [error(402, "ServiceQuotaExceededException", "no")],
    outcome: fails("RoomReadError", /answered 402 ServiceQuotaExceededException/),
    requests: 1,
  },
  {
    fault: "UnrecognizedClientException",
    script: [error(403, "UnrecognizedClientException", "The security token is invalid")],
    outcome: fails(
      "CredentialsError",
      /credentials are not accepted \(UnrecognizedClientException: The security token is invalid\)/,
    ),
    requests: 1,
  },
  {
    fault: "ExpiredTokenException",
    script: [error(403, "ExpiredTokenException", "expired")],
    outcome: fails(
      "CredentialsError",
      /not accepted \(ExpiredTokenException: expired\); sign in again, for instance: aws sso login/,
    ),
    requests: 1,
  },
  {
    fault: "InvalidSignatureException",
    script: [error(403, "InvalidSignatureException", "no")],
    outcome: fails("CredentialsError", /not accepted \(InvalidSignatureException/),
    requests: 1,
  },
  {
    fault: "MissingAuthenticationTokenException",
    script: [error(403, "MissingAuthenticationTokenException", "no")],
    outcome: fails("CredentialsError", /not accepted \(MissingAuthenticationTokenException/),
    requests: 1,
  },
  {
    fault: "an error of a later model",
    script: [error(418, "TeapotException", "short and stout")],
    outcome: fails("RoomReadError", /the service answered 418 TeapotException: short and stout/),
    requests: 1,
  },
  {
    fault: "500, always",
    script: [error(500, "InternalServerException", "oops")],
    outcome: fails("RoomReadError", /the service answered 500 InternalServerException: oops/),
    requests: 3,
  },
  {
    fault: "503, always",
    script: [error(503, "ServiceUnavailableException", "later")],
    outcome: fails("RoomReadError", /the service answered 503 ServiceUnavailableException: later/),
    requests: 3,
  },
  {
    fault: "429, always",
    script: [error(429, "ThrottlingException", "Rate exceeded")],
    outcome: fails(
      "ThrottledError",
      /the service has refused every request for 2 seconds as too many; others use up this account's quota/,
    ),
  },

  // An answer that is none.
  {
    fault: "200 with a web page",
    script: [answer(200, page, html)],
    outcome: incomplete("JSON"),
    requests: 2,
  },
  {
    fault: "404 with a web page",
    script: [answer(404, page, html)],
    outcome: fails(
      "RoomReadError",
      /got an answer with status 404 that is not the service's \(it begins with "Blocked by the corporate proxy"\); is there a proxy in between/,
    ),
    requests: 2,
  },
  {
    fault: "403 with a web page",
    script: [answer(403, page, html)],
    outcome: fails("RoomReadError", /got an answer with status 403 that is not the service's/),
    requests: 2,
  },
  {
    fault: "502 with a web page, always",
    script: [answer(502, page, html)],
    outcome: fails("RoomReadError", /got an answer with status 502 that is not the service's/),
    requests: 3,
  },
  { fault: "an empty body", script: [answer(200, "")], outcome: incomplete("JSON"), requests: 2 },
  { fault: "an empty object", script: [answer(200, {})], outcome: incomplete(""), requests: 2 },
  { fault: "a list", script: [answer(200, [])], outcome: incomplete(""), requests: 2 },
  {
    fault: "JSON that ends half way",
    script: [answer(200, (of) => JSON.stringify(rightAnswer(of)).slice(0, 60))],
    outcome: incomplete("JSON"),
    requests: 2,
  },
  {
    fault: "zipped garbage",
    script: [answer(200, "no gzip", { "content-encoding": "gzip" })],
    outcome: incomplete("gzip"),
    requests: 2,
  },
  {
    fault: "a body of 100 MB",
    script: [huge],
    outcome: fails("RoomReadError", /the answer is larger than 8 MB/),
    requests: 1,
  },
  {
    fault: "a redirect",
    script: [answer(307, "", { location: "http://127.0.0.1:1/GetRoom" })],
    outcome: fails("RoomReadError", /the service answered 307/),
    requests: 1,
  },

  // A room that is not as it should be: a limit is never guessed.
  { fault: "a limit in quotes", ...odd({ maximumMessageLength: "400" }, incomplete("maximumMessageLength")) },
  {
    fault: "a limit with a fraction",
    ...odd({ maximumMessageLength: 10.5 }, incomplete("maximumMessageLength")),
  },
  {
    fault: "a limit of null",
    ...odd({ maximumMessageRatePerSecond: null }, incomplete("maximumMessageRatePerSecond")),
  },
  {
    fault: "no limit",
    ...odd({ maximumMessageRatePerSecond: undefined }, incomplete("maximumMessageRatePerSecond")),
  },
  { fault: "a time without a zone", ...odd({ createTime: "2026-01-01T00:00:00" }, incomplete("createTime")) },
  { fault: "a time that is a number", ...odd({ updateTime: 1767225600 }, incomplete("updateTime")) },
  {
    fault: "an unknown fallback result",
    ...odd({ messageReviewHandler: { uri: "x", fallbackResult: "MAYBE" } }, incomplete("fallbackResult")),
  },
  { fault: "a tag whose value is a number", ...odd({ tags: { a: 1 } }, incomplete("tags")) },
  { fault: "tags that are a list", ...odd({ tags: ["a"] }, incomplete("tags")) },
  {
    fault: "another room than was asked for",
    ...odd({ arn: lobby.replace("Lobby12", "Other12") }, incomplete("arn")),
  },

  // No answer.
  { fault: "a connection refused", server: "none", outcome: unreachable("ECONNREFUSED") },
  {
    fault: "connections reset at once",
    server: "resets connections",
    outcome: unreachable("ECONNRESET|EPIPE"),
  },
  {
    fault: "a name that does not resolve",
    server: "no such host",
    outcome: unreachable("ENOTFOUND|EAI_AGAIN"),
  },
  {
    fault: "a certificate that does not fit",
    server: "wrong certificate",
    outcome: fails("RoomReadError", /its certificate is not trusted \(aws:customCaBundle/),
  },
  { fault: "a server that says nothing", server: "silent", outcome: unreachable("TimeoutError") },
  { fault: "a server that does not answer TLS", server: "silent TLS", outcome: unreachable("TimeoutError") },
  {
    fault: "a reset before the answer, always",
    script: [reset],
    outcome: unreachable("ECONNRESET"),
    requests: 3,
  },
  {
    fault: "a reset during the answer, always",
    script: [half(reset)],
    outcome: unreachable("ECONNRESET"),
    requests: 3,
  },
  {
    fault: "a connection closed half way, always",
    script: [half(close)],
    outcome: unreachable("ECONNRESET"),
    requests: 3,
  },
  { fault: "no answer, always", script: [silence], outcome: unreachable("TimeoutError"), requests: 3 },
  {
    fault: "a body that trickles for ever",
    script: [trickle(1, 400)],
    outcome: unreachable("TimeoutError"),
    requests: 3,
  },
];
