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

/** An error as the SDK makes it of an answer. */
const answered = (name: string, status: number, members: object = {}) =>
  Object.assign(new Error(`message of ${name}`), {
    name,
    $fault: "client",
    $metadata: { httpStatusCode: status, requestId: "request-1" },
    ...members,
  });
/** An error as Node.js makes it where a request gets no answer. */
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

describe("a failed request is", () => {
  test.each<readonly [string, string, unknown]>([
    ["throttled", "a 429 of any name", answered("Any", 429)],
    ["throttled", "a ThrottlingException", answered("ThrottlingException", 400)],
    ["throttled", "a 429 that is not the service's", unreadable(429)],
    ["transient", "a 500", answered("InternalServerException", 500)],
    ["transient", "a 503", answered("Any", 503)],
    ["transient", "a 500 that is not the service's", unreadable(500)],
    ["transient", "a request out of time", new RequestTimedOut("")],
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
      "one of several addresses that is reset",
      Object.assign(new Error(), { errors: [network("EACCES"), network("ECONNRESET")] }),
    ],
    ["malformed", "an answer that is wrong", new MalformedAnswer("name", 5, "a string")],
    ["malformed", "a 404 that is not the service's", unreadable(404)],
    ["malformed", "a 499 that is not the service's", unreadable(499)],
    ["final", "a problem of the connection", new ConnectionProblem("region", "socket hang up")],
    ["final", "an answer that is too large", new AnswerTooLarge("aborted")],
    ["final", "a 403", answered("AccessDeniedException", 403)],
    ["final", "a 400 that says it can be retried", answered("Any", 400, { $retryable: {} })],
    ["final", "a 400 with a network's code", answered("Any", 400, { code: "ECONNRESET" })],
    ["final", "a 400 with a network's message", answered("Any", 400, { message: "socket hang up" })],
    ["transient", "a name that does not resolve", network("ENOTFOUND")],
    ["final", "anything else", new Error("no")],
  ])("%s: %s", (kind, _, error) => {
    expect(kindOf(error)).toBe(kind);
  });
});

describe("what users get for", () => {
  test.each<readonly [string, unknown, new (...args: never) => RoomReadError]>([
    ["a missing room", answered("ResourceNotFoundException", 404), RoomNotFoundError],
    ["a denied read", answered("AccessDeniedException", 403), AccessDeniedError],
    ["a request that is not valid", answered("ValidationException", 400), InvalidRoomIdentifierError],
    ["another error", answered("ConflictException", 409), RoomReadError],
    ["a 404 of another name", answered("NotFound", 404), RoomReadError],
    ["an expired token", answered("ExpiredTokenException", 403), CredentialsError],
    ["a token that is expired", answered("Expired", 403), CredentialsError],
    ["a token that is not expired", answered("NotExpired", 403), RoomReadError],
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
    ["a connection's credentials", new ConnectionProblem("credentials", "why"), CredentialsError],
    ["a connection's account", new ConnectionProblem("account", "why"), AccessDeniedError],
    ["a connection's region", new ConnectionProblem("region", "why"), RoomReadError],
    ["a connection's settings", new ConnectionProblem("setting", "why"), RoomReadError],
    ["an answer that is wrong", new MalformedAnswer("name", 5, "a string"), IncompleteRoomError],
    ["another server's answer", unreadable(404), RoomReadError],
    ["a broken connection", network("ECONNRESET"), RoomReadError],
  ])("%s is an error of its class, with the cause", (_, error, Class) => {
    const failure = failureOf(error, subject);
    expect(failure.constructor).toBe(Class);
    expect(failure).toMatchObject({ identifier: "the-arn", region: "eu-west-1", cause: error });
    expect(failure.message).toMatch(/^cannot read room the-arn in eu-west-1: ./);
  });

  test("what is a RoomReadError already is that one", () => {
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
  ])("%p has the code %s", (error, code) => {
    expect(failureOf(error, subject).code).toBe(code);
  });

  test("an answer has its request's id at the end", () => {
    const failure = failureOf(answered("ConflictException", 409), subject);
    expect(failure.requestId).toBe("request-1");
    expect(failure.message).toMatch(
      /409 ConflictException: message of ConflictException \(request request-1\)$/,
    );
    expect(messageOf(network("ECONNRESET"))).not.toContain("(request");
  });

  test("no region is not told", () => {
    expect(messageOf(new ConnectionProblem("region", "why"), { region: undefined })).toBe(
      "cannot read room the-arn: why",
    );
  });

  test("a listing that is not found does not say that there is no room", () => {
    const error = answered("ResourceNotFoundException", 404);
    const failure = failureOf(error, { ...subject, identifier: undefined });
    expect(failure).not.toBeInstanceOf(RoomNotFoundError);
    expect(failure.message).toContain("404 ResourceNotFoundException");
    expect(messageOf(error)).toMatch(/no such room \(ResourceNotFoundException\); .*account/);
    expect(messageOf(error, { action: "ivschat:GetLoggingConfiguration" })).toContain(
      "no such logging configuration ",
    );
  });

  test("a denied read names the permission, and what else there is", () => {
    const error = answered("AccessDeniedException", 403);
    expect(messageOf(error, { deniedAdvice: ", or else" })).toMatch(
      /: message of AccessDeniedException; .*ivschat:GetRoom.*, or else \(request/,
    );
    expect(messageOf(error)).toMatch(/ runs Pulumi \(request request-1\)$/);
  });

  test("a denied read has no roles of the settings", () => {
    const client = { withoutRoles: (text: string) => text.replace("message", "hidden") };
    const error = answered("AccessDeniedException", 403);
    expect(failureOf(error, subject, client).message).toContain("access denied: hidden of");
  });

  test("a request that is not valid has its fields", () => {
    const fieldList = [{ name: "identifier", message: "too long" }, { name: "other" }, { message: "odd" }];
    expect(messageOf(answered("ValidationException", 400, { fieldList }))).toContain(
      ": message of ValidationException (identifier: too long; other; odd)",
    );
    expect(messageOf(answered("ValidationException", 400))).not.toContain("()");
    expect(messageOf(answered("ValidationException", 400, { message: "" }))).toMatch(/invalid \(request/);
  });

  test("credentials that expired have the command to sign in", () => {
    const expired = answered("ExpiredTokenException", 403);
    expect(messageOf(expired)).toMatch(/: aws sso login \(request/);
    expect(messageOf(expired, { profile: "p" })).toMatch(/: aws sso login --profile p \(request/);
    expect(messageOf(answered("InvalidClientTokenId", 403))).not.toContain("sso");
  });

  test("another server's answer has its beginning, without markup", () => {
    expect(messageOf(unreadable(502, "<h1>Bad\n <b>gateway</b></h1>"))).toMatch(/status 502 .*"Bad gateway"/);
    expect(messageOf(unreadable(502, ` ${"x".repeat(100)}`))).toContain(`"${"x".repeat(80)}…"`);
    expect(messageOf(unreadable(502, `${"<a>".repeat(700)}late`))).not.toContain("late");
    expect(messageOf(unreadable(502, "a<br>b"))).toMatch(/"a b".*proxy.*endpoint/);
    expect(messageOf(unreadable(502, "<br>"))).toContain("an empty body");
  });

  test("no answer says where, why, and what to do", () => {
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

  test("a name that does not resolve may be a region without the service, but not with an endpoint", () => {
    const error = network("ENOTFOUND");
    expect(messageOf(error)).toContain("in eu-west-1, or");
    expect(messageOf(error, { region: undefined })).toContain("in this region, or");
    expect(messageOf(error, { endpoint: "http://here" })).toMatch(/http:\/\/here .*ENOTFOUND/);
  });

  test("a failure without an answer's status and one with it differ", () => {
    expect(messageOf(answered("Any", 409))).toContain("answered 409 Any: message of Any");
    expect(messageOf(answered("TimeoutError", 504))).toContain("answered 504 TimeoutError");
    expect(messageOf(new RequestTimedOut("no answer within 5 seconds"))).toMatch(
      /\(TimeoutError: no answer within 5 seconds\)/,
    );
  });

  test("a read that was throttled to its end says for how long", () => {
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

  test("long texts are cut", () => {
    const long = "x".repeat(5000);
    expect(messageOf(new ConnectionProblem("setting", long)).length).toBeLessThan(1000);
    expect(messageOf(new ConnectionProblem("setting", "why"), { what: long }).length).toBeLessThan(700);
    expect(messageOf(network("ECONNRESET"), { endpoint: long }).length).toBeLessThan(500);
    expect(messageOf(answered("Expired", 403), { profile: long }).length).toBeLessThan(300);
  });
});

test.each<[string, unknown, boolean]>([
  ["a request out of time", new RequestTimedOut(""), true],
  ["an answer that is too large", new AnswerTooLarge(), true],
  ["a broken connection", network("ECONNRESET"), true],
  [
    "a time-out of the transport's",
    Object.assign(network(), { name: "TimeoutError", $metadata: { httpStatusCode: 200 } }),
    true,
  ],
  ["an answer that is called a time-out", answered("TimeoutError", 504), false],
  ["an answer", answered("Any", 409), false],
  ["another server's answer", unreadable(404), false],
])("whether %s leaves the server unreachable", (_, error, expected) => {
  expect(isUnreachable(error)).toBe(expected);
});

describe("the facts of an error", () => {
  test("are its members, with their types and of bounded length", () => {
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

  test("have the codes of all addresses, the error's own first", () => {
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
  ])("an answer with the name %j is the service's: %p", (name, expected) => {
    expect(isServiceError({ name, $fault: "client" })).toBe(expected);
    expect(isServiceError({ name })).toBe(false);
  });
});
