import { ConnectionProblem } from "../../src/aws/problem";
import {
  AccessDeniedError,
  CredentialsError,
  IncompleteRoomError,
  InvalidRoomIdentifierError,
  RoomNotFoundError,
  RoomReadError,
  ThrottledError,
} from "../../src/errors";
import { factsOf, isAnswered, isServiceError, networkCodes } from "../../src/reading/errorFacts";
import { failureOf, isUnreachable, kindOf, throttledFailure, type Subject } from "../../src/reading/failure";
import { AnswerTooLarge, RequestTimedOut, UnreadableError } from "../../src/reading/send";
import { MalformedAnswer } from "../../src/room/answer";

/** Creates an error like the one that the SDK throws for an error response. */
const answered = (name: string, status: number, members: object = {}) =>
  Object.assign(new Error(`message of ${name}`), {
    name,
    $fault: "client",
    $metadata: { httpStatusCode: status, requestId: "request-1" },
    ...members,
  });
/** Creates an error like the one that Node.js throws for a request without a response. */
const network = (code?: string, message = "message") =>
  Object.assign(new Error(message), code === undefined ? {} : { code });
const unreadable = (status: number, text = "") => new UnreadableError(status, text);

const subject: Subject = {
  what: "room the-arn",
  identifier: "the-arn",
  region: "eu-west-1",
  action: "ivschat:GetRoom",
};
const messageOf = (error: unknown, more: Partial<Subject> = {}) =>
  failureOf(error, { ...subject, ...more }).message;

describe("a failed request", () => {
  test.each<readonly [string, string, unknown]>([
    ["throttled", "a 429 with any error name", answered("Any", 429)],
    ["throttled", "a ThrottlingException", answered("ThrottlingException", 400)],
    ["throttled", "a 429 from another server", unreadable(429)],
    ["transient", "a 500", answered("InternalServerException", 500)],
    ["transient", "a 503", answered("Any", 503)],
    ["transient", "a 500 from another server", unreadable(500)],
    ["transient", "a request that timed out", new RequestTimedOut("")],
    ...[
      "ECONNRESET",
      "ECONNREFUSED",
      "ECONNABORTED",
      "EPIPE",
      "ETIMEDOUT",
      "EPROTO",
      "EAI_AGAIN",
      "ERR_STREAM_PREMATURE_CLOSE",
      "HPE_INVALID_CONSTANT",
      "HPE_INVALID_EOF_STATE",
    ].map((code) => ["transient", code, network(code)] as const),
    ["transient", "a socket that hangs up", network(undefined, "socket hang up")],
    ["transient", "a stream that ends early", network(undefined, "Premature close")],
    ["transient", "a stream that is aborted", network(undefined, "aborted")],
    ["transient", "a connection that is closed", network(undefined, "other side closed")],
    [
      "transient",
      "a reset by one of several addresses",
      Object.assign(new Error(), { errors: [network("EACCES"), network("ECONNRESET")] }),
    ],
    ["malformed", "an answer with an invalid member", new MalformedAnswer("name", 5, "a string")],
    ["malformed", "a 404 from another server", unreadable(404)],
    ["malformed", "a 499 from another server", unreadable(499)],
    ["final", "a problem with the connection settings", new ConnectionProblem("region", "socket hang up")],
    ["final", "an answer that is too large", new AnswerTooLarge("aborted")],
    ["final", "a 403", answered("AccessDeniedException", 403)],
    ["final", "a 400 that is marked as retryable", answered("Any", 400, { $retryable: {} })],
    ["final", "a 400 with the code of a network error", answered("Any", 400, { code: "ECONNRESET" })],
    [
      "final",
      "a 400 with the message of a network error",
      answered("Any", 400, { message: "socket hang up" }),
    ],
    ["transient", "a host name that does not resolve", network("ENOTFOUND")],
    ["final", "any other error", new Error("no")],
  ])("is classified as %s: %s", (kind, _, error) => {
    expect(kindOf(error)).toBe(kind);
  });
});

describe("failureOf", () => {
  test.each<readonly [string, unknown, new (...args: never) => RoomReadError]>([
    ["a missing room", answered("ResourceNotFoundException", 404), RoomNotFoundError],
    ["a denied read", answered("AccessDeniedException", 403), AccessDeniedError],
    ["an invalid request", answered("ValidationException", 400), InvalidRoomIdentifierError],
    ["the error ConflictException", answered("ConflictException", 409), RoomReadError],
    ["a 404 with another error name", answered("NotFound", 404), RoomReadError],
    ["the error ExpiredTokenException", answered("ExpiredTokenException", 403), CredentialsError],
    ["the error Expired", answered("Expired", 403), CredentialsError],
    ["the error NotExpired", answered("NotExpired", 403), RoomReadError],
    ...[
      "UnrecognizedClientException",
      "InvalidClientTokenId",
      "InvalidSignatureException",
      "SignatureDoesNotMatch",
      "IncompleteSignatureException",
      "MissingAuthenticationTokenException",
      "MissingAuthenticationToken",
      "TokenRefreshRequired",
      "OptInRequired",
      "CredentialsProviderError",
      "RequestTimeTooSkewed",
    ].map((name) => [name, answered(name, 403), CredentialsError] as const),
    ["a problem with the credentials", new ConnectionProblem("credentials", "why"), CredentialsError],
    ["a problem with the account", new ConnectionProblem("account", "why"), AccessDeniedError],
    ["a problem with the region", new ConnectionProblem("region", "why"), RoomReadError],
    ["a problem with a setting", new ConnectionProblem("setting", "why"), RoomReadError],
    ["an answer with an invalid member", new MalformedAnswer("name", 5, "a string"), IncompleteRoomError],
    ["a response from another server", unreadable(404), RoomReadError],
    ["a broken connection", network("ECONNRESET"), RoomReadError],
  ])("returns an error of the right class, with the cause, for %s", (_, error, Class) => {
    const failure = failureOf(error, subject);
    expect(failure.constructor).toBe(Class);
    expect(failure).toMatchObject({ identifier: "the-arn", region: "eu-west-1", cause: error });
    expect(failure.message).toMatch(/^cannot read room the-arn in eu-west-1: ./);
  });

  test("returns a RoomReadError unchanged", () => {
    const error = new RoomReadError("message", { code: "Code", identifier: undefined, region: undefined });
    expect(failureOf(error, subject)).toBe(error);
  });

  test.each([
    [answered("ConflictException", 409), "ConflictException"],
    [answered("Any", 409, { code: "ECONNRESET" }), "Any"],
    [network("ECONNRESET"), "ECONNRESET"],
    [Object.assign(network("ECONNRESET"), { name: "TimeoutError" }), "ECONNRESET"],
    [Object.assign(network(), { name: "TimeoutError" }), "TimeoutError"],
    [network(), "UnknownError"],
    ["text", "UnknownError"],
    [unreadable(404), "UnreadableAnswer"],
    [new MalformedAnswer("name", 5, "a string"), "IncompleteAnswer"],
    [new ConnectionProblem("credentials", "why"), "CredentialsProblem"],
    [new ConnectionProblem("setting", "why"), "SettingProblem"],
  ])("returns an error for %p with the code %s", (error, code) => {
    expect(failureOf(error, subject).code).toBe(code);
  });

  test("ends the message with the request ID of the response", () => {
    const failure = failureOf(answered("ConflictException", 409), subject);
    expect(failure.requestId).toBe("request-1");
    expect(failure.message).toMatch(
      /409 ConflictException: message of ConflictException \(request request-1\)$/,
    );
    expect(messageOf(network("ECONNRESET"))).not.toContain("(request");
  });

  test("omits the region from the message if the region is unknown", () => {
    expect(messageOf(new ConnectionProblem("region", "why"), { region: undefined })).toBe(
      "cannot read room the-arn: why",
    );
  });

  test("does not report a missing room if ListRooms returns ResourceNotFoundException", () => {
    const error = answered("ResourceNotFoundException", 404);
    const failure = failureOf(error, { ...subject, identifier: undefined });
    expect(failure).not.toBeInstanceOf(RoomNotFoundError);
    expect(failure.message).toContain("404 ResourceNotFoundException");
    expect(messageOf(error)).toMatch(/no such room \(ResourceNotFoundException\); .*account/);
    expect(messageOf(error, { action: "ivschat:GetLoggingConfiguration" })).toContain(
      "no such logging configuration ",
    );
  });

  test("names the missing permission and an alternative if access is denied", () => {
    const error = answered("AccessDeniedException", 403);
    expect(messageOf(error, { deniedAdvice: ", or else" })).toMatch(
      /: message of AccessDeniedException; .*ivschat:GetRoom.*, or else \(request/,
    );
    expect(messageOf(error)).toMatch(/ runs Pulumi \(request request-1\)$/);
  });

  test("removes the roles of the settings from the message if a read is denied", () => {
    const client = { withoutRoles: (text: string) => text.replace("message", "hidden") };
    const error = answered("AccessDeniedException", 403);
    expect(failureOf(error, subject, client).message).toContain("access denied: hidden of");
  });

  test("lists the invalid fields of a request", () => {
    const fieldList = [{ name: "identifier", message: "too long" }, { name: "other" }, { message: "odd" }];
    expect(messageOf(answered("ValidationException", 400, { fieldList }))).toContain(
      ": message of ValidationException (identifier: too long; other; odd)",
    );
    expect(messageOf(answered("ValidationException", 400))).not.toContain("()");
    expect(messageOf(answered("ValidationException", 400, { message: "" }))).toMatch(/invalid \(request/);
  });

  test("suggests the command to sign in if the credentials have expired", () => {
    const expired = answered("ExpiredTokenException", 403);
    expect(messageOf(expired)).toMatch(/: aws sso login \(request/);
    expect(messageOf(expired, { profile: "p" })).toMatch(/: aws sso login --profile p \(request/);
    expect(messageOf(answered("InvalidClientTokenId", 403))).not.toContain("sso");
  });

  test("quotes the start of a response from another server, without HTML tags", () => {
    expect(messageOf(unreadable(502, "<h1>Bad\n <b>gateway</b></h1>"))).toMatch(/status 502 .*"Bad gateway"/);
    expect(messageOf(unreadable(502, ` ${"x".repeat(100)}`))).toContain(`"${"x".repeat(80)}…"`);
    expect(messageOf(unreadable(502, `${"<a>".repeat(700)}late`))).not.toContain("late");
    expect(messageOf(unreadable(502, "a<br>b"))).toMatch(/"a b".*proxy.*endpoint/);
    expect(messageOf(unreadable(502, "<br>"))).toContain("an empty body");
  });

  test("reports the endpoint, the cause and what to do if there is no response", () => {
    expect(messageOf(network("ECONNRESET"))).toMatch(
      /https:\/\/ivschat\.eu-west-1\.amazonaws\.com .*\(ECONNRESET: message\); check the network/,
    );
    expect(messageOf(network("ECONNRESET", ""), { region: undefined })).toMatch(
      /https:\/\/ivschat\.REGION\.amazonaws\.com .*\(ECONNRESET: no message\)/,
    );
    expect(messageOf(network("ECONNRESET"), { endpoint: "http://here" })).toContain("http://here ");
    for (const code of ["CERT_HAS_EXPIRED", "DEPTH_ZERO_SELF_SIGNED_CERT", "ERR_TLS_CERT_ALTNAME_INVALID"])
      expect(messageOf(network(code))).toMatch(/certificate is not trusted.*aws:customCaBundle/);
    expect(messageOf(network("X", "self-signed"))).toContain("certificate is not trusted");
  });

  test("says that a region may not have the service if the host name does not resolve and no endpoint is set", () => {
    const error = network("ENOTFOUND");
    expect(messageOf(error)).toContain("in eu-west-1, or");
    expect(messageOf(error, { region: undefined })).toContain("in this region, or");
    expect(messageOf(error, { endpoint: "http://here" })).toMatch(/http:\/\/here .*ENOTFOUND/);
  });

  test("shows the status of a response, and no status if there is no response", () => {
    expect(messageOf(answered("Any", 409))).toContain("answered 409 Any: message of Any");
    expect(messageOf(answered("TimeoutError", 504))).toContain("answered 504 TimeoutError");
    expect(messageOf(new RequestTimedOut("no answer within 5 seconds"))).toMatch(
      /\(TimeoutError: no answer within 5 seconds\)/,
    );
  });

  test("says how long a read was throttled", () => {
    const cause = answered("ThrottlingException", 429);
    const failure = throttledFailure(cause, subject, 90_000);
    expect(failure).toBeInstanceOf(ThrottledError);
    expect(failure).toMatchObject({
      code: "ThrottlingException",
      identifier: "the-arn",
      region: "eu-west-1",
      cause,
    });
    expect(failure.message).toMatch(/^cannot read room the-arn in eu-west-1: .* for 90 seconds; .*quota$/);
  });

  test("shortens long texts in the message", () => {
    const long = "x".repeat(5000);
    expect(messageOf(new ConnectionProblem("setting", long)).length).toBeLessThan(1000);
    expect(messageOf(new ConnectionProblem("setting", "why"), { what: long }).length).toBeLessThan(700);
    expect(messageOf(network("ECONNRESET"), { endpoint: long }).length).toBeLessThan(500);
    expect(messageOf(answered("Expired", 403), { profile: long }).length).toBeLessThan(300);
  });
});

test.each<[string, unknown, boolean]>([
  ["a request that timed out", new RequestTimedOut(""), true],
  ["an answer that is too large", new AnswerTooLarge(), true],
  ["a broken connection", network("ECONNRESET"), true],
  [
    "a time-out of the SDK's HTTP handler",
    Object.assign(network(), { name: "TimeoutError", $metadata: { httpStatusCode: 200 } }),
    true,
  ],
  ["an error response with the name TimeoutError", answered("TimeoutError", 504), false],
  ["an error response", answered("Any", 409), false],
  ["a response from another server", unreadable(404), false],
])("after %s (%p), isUnreachable is %s", (_, error, expected) => {
  expect(isUnreachable(error)).toBe(expected);
});

describe("the facts of an error", () => {
  test("are its members, with checked types and limited lengths", () => {
    expect(factsOf(answered("Any", 409, { fieldList: [{ name: "a", message: "b" }] }))).toEqual({
      name: "Any",
      code: undefined,
      message: "message of Any",
      status: 409,
      requestId: "request-1",
      fields: "a: b",
    });
    const long = "x".repeat(1000);
    const fieldList = Array.from({ length: 30 }, (_, index) => ({ name: `f${index}` }));
    const facts = factsOf({
      name: long,
      code: long,
      message: long,
      $metadata: { requestId: long },
      fieldList,
    });
    const { name, code, message, requestId, fields } = facts;
    expect([name, code, message, requestId].map((text) => text?.length)).toEqual([101, 101, 501, 101]);
    expect(fields.split("; ")).toHaveLength(20);
  });

  test.each([
    undefined,
    null,
    "text",
    5,
    { name: 5, code: 5, message: {}, $metadata: 5, fieldList: "f" },
    {
      code: null,
      errors: "e",
      $metadata: { httpStatusCode: "409", requestId: 5 },
      fieldList: [null, { name: 5, message: [] }],
    },
  ])("are empty for %p", (error) => {
    const none = {
      name: "",
      code: undefined,
      message: "",
      status: undefined,
      requestId: undefined,
      fields: "",
    };
    expect(factsOf(error)).toEqual(none);
    expect(networkCodes(error)).toEqual([]);
    expect([isAnswered(error), isServiceError(error)]).toEqual([false, false]);
  });

  test("include the network codes of all addresses, after the error's own code", () => {
    expect(networkCodes({ code: "A", errors: [{ code: "B" }, {}, { code: "C" }] })).toEqual(["A", "B", "C"]);
  });

  test.each([
    ["ConflictException", true],
    ["a.b-c_1", true],
    ["A".repeat(100), true],
    ["A".repeat(101), false],
    ["Unknown", false],
    ["1A", false],
    ["A b", false],
    ["", false],
    [5, false],
  ])("include whether an answer with the error name %j is from the service: %p", (name, expected) => {
    expect(isServiceError({ name, $fault: "client" })).toBe(expected);
    expect(isServiceError({ name })).toBe(false);
  });
});
