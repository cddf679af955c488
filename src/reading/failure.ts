import type { ServiceClient } from "../aws/clients";
import { errorClassification } from "../aws/packages";
import { ConnectionProblem } from "../aws/problem";
import { MalformedAnswer } from "../room/answer";
import { oneLine } from "../room/text";
import { factsOf, isAnswered, networkCodes, type ErrorFacts } from "./errorFacts";
import {
  AccessDeniedError,
  CredentialsError,
  IncompleteRoomError,
  InvalidRoomIdentifierError,
  RoomNotFoundError,
  RoomReadError,
  ThrottledError,
  type RoomReadErrorDetails,
} from "../errors";
import { AnswerTooLarge, RequestTimedOut, UnreadableError } from "./send";

/** What is read, and from where. Error messages start with this information. */
export interface Subject {
  /** For example `room arn:aws:...` or `rooms with the name "lobby"`. */
  readonly what: string;
  readonly identifier?: string;
  readonly region: string | undefined;
  readonly endpoint?: string | undefined;
  readonly profile?: string | undefined;
  /** The permission that the request needs, for example `ivschat:GetRoom`. */
  readonly action: string;
  readonly deniedAdvice?: string | undefined;
}

/** How to handle a failed request: retry within the rate limit (throttled), retry (transient), retry once (malformed), or fail (final). */
export type Kind = "throttled" | "transient" | "malformed" | "final";

export function kindOf(error: unknown): Kind {
  if (error instanceof ConnectionProblem || error instanceof AnswerTooLarge) return "final";
  if (error instanceof MalformedAnswer) return "malformed";
  if (error instanceof RequestTimedOut) return "transient";
  const { isThrottlingError, isTransientError } = errorClassification();
  const classified = sdkErrorOf(error);
  if (isThrottlingError(classified)) return "throttled";
  if (error instanceof UnreadableError) return error.status >= 500 ? "transient" : "malformed";
  return isTransientError(classified) || isReset(error) ? "transient" : "final";
}

/** Converts any error of a failed read to a RoomReadError. */
export function failureOf(
  error: unknown,
  subject: Subject,
  client?: Pick<ServiceClient, "withoutRoles">,
): RoomReadError {
  if (error instanceof RoomReadError) return error;
  const facts = factsOf(error);
  const details: RoomReadErrorDetails = {
    code: codeOf(error, facts),
    identifier: subject.identifier,
    region: subject.region,
    requestId: facts.requestId,
    cause: error,
  };
  const say = (problem: string) => messageOf(subject, problem, details.requestId);
  if (error instanceof ConnectionProblem) return connectionFailure(error, details, say);
  if (error instanceof MalformedAnswer) {
    return new IncompleteRoomError(
      say(`the service's answer is incomplete or invalid: ${error.message}`),
      details,
    );
  }
  const { message, status, fields } = facts;
  const reason = message === "" ? "" : `: ${client?.withoutRoles(message) ?? message}`;
  if (error instanceof UnreadableError) {
    return new RoomReadError(
      say(
        `got an answer with status ${error.status} that is not from the service (${excerpt(error.text)}); ` +
          "check for a proxy, or another server at the endpoint",
      ),
      details,
    );
  }
  switch (details.code) {
    case "ResourceNotFoundException":
      // A read without an ARN is a ListRooms request, for which this error does not mean that a room is missing.
      if (subject.identifier === undefined) break;
      return new RoomNotFoundError(
        say(
          `there is no such ${subject.action === "ivschat:GetLoggingConfiguration" ? "logging configuration" : "room"} ` +
            "(ResourceNotFoundException); check the ARN, its region and its account",
        ),
        details,
      );
    case "AccessDeniedException":
      return new AccessDeniedError(
        say(
          `access denied${reason}; grant ${subject.action} to the user or role that runs Pulumi${subject.deniedAdvice ?? ""}`,
        ),
        details,
      );
    case "ValidationException":
      return new InvalidRoomIdentifierError(
        say(`the service rejected the request as invalid${reason}${fields && ` (${fields})`}`),
        details,
      );
  }
  if (credentialCodes.has(details.code) || details.code.startsWith("Expired")) {
    return new CredentialsError(
      say(`the credentials are not accepted (${details.code}${reason})${signIn(details.code, subject)}`),
      details,
    );
  }
  if (isUnreachable(error)) return new RoomReadError(say(unreachable(details.code, facts, subject)), details);
  const answered =
    status === undefined ? `failed with ${details.code}` : `the service answered ${status} ${details.code}`;
  return new RoomReadError(say(`${answered}${reason}`), details);
}

export function throttledFailure(cause: unknown, subject: Subject, readMs: number): ThrottledError {
  const { identifier, region } = subject;
  const problem =
    `the service throttled every request for ${readMs / 1000} seconds; ` +
    "other clients are using up the account's quota";
  return new ThrottledError(messageOf(subject, problem, undefined), {
    code: "ThrottlingException",
    identifier,
    region,
    cause,
  });
}

/** Returns whether a request failed without a complete response. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof RequestTimedOut || error instanceof AnswerTooLarge) return true;
  const { name, status } = factsOf(error);
  return status === undefined || (name === "TimeoutError" && !isAnswered(error));
}

type SdkError = Parameters<typeof import("@smithy/service-error-classification").isThrottlingError>[0];

// Passes only validated members to the SDK's error classification. A malicious response could set any other member of the error.
function sdkErrorOf(error: unknown): SdkError {
  if (!isAnswered(error)) return error as SdkError;
  const { name, message, status } = factsOf(error);
  const { clockSkewCorrected } = (error as SdkError).$metadata ?? {};
  return { name, message, $metadata: { httpStatusCode: status, clockSkewCorrected } };
}

// Recognizes lost connections that the SDK does not classify as transient errors.
function isReset(error: unknown): boolean {
  if (isAnswered(error)) return false;
  return (
    networkCodes(error).some((code) => resetCodes.has(code)) ||
    /socket hang up|premature close|aborted|other side closed/i.test(factsOf(error).message)
  );
}

const resetCodes = new Set([
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
]);

const credentialCodes = new Set([
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
]);

function codeOf(error: unknown, { name, code }: ErrorFacts): string {
  if (error instanceof ConnectionProblem)
    return `${error.kind[0]?.toUpperCase()}${error.kind.slice(1)}Problem`;
  if (error instanceof MalformedAnswer) return "IncompleteAnswer";
  if (error instanceof UnreadableError) return "UnreadableAnswer";
  return code ?? (name === "" || name === "Error" ? "UnknownError" : name);
}

function messageOf(subject: Subject, problem: string, requestId: string | undefined): string {
  const region = subject.region === undefined ? "" : ` in ${subject.region}`;
  const request = requestId === undefined ? "" : ` (request ${requestId})`;
  return `cannot read ${oneLine(subject.what, longestWhat)}${region}: ${problem}${request}`;
}

function connectionFailure(
  problem: ConnectionProblem,
  details: RoomReadErrorDetails,
  say: (problem: string) => string,
): RoomReadError {
  const message = oneLine(problem.message, longestProblem);
  switch (problem.kind) {
    case "credentials":
      return new CredentialsError(say(`no AWS credentials: ${message}`), details);
    case "account":
      return new AccessDeniedError(say(message), details);
    case "region":
    case "setting":
      return new RoomReadError(say(message), details);
  }
}

function signIn(code: string, { profile }: Subject): string {
  if (!/expired/i.test(code)) return "";
  return `; sign in again, for example: aws sso login${profile === undefined ? "" : ` --profile ${oneLine(profile, 100)}`}`;
}

function unreachable(code: string, { message }: ErrorFacts, { region, endpoint }: Subject): string {
  const server = oneLine(endpoint ?? `https://ivschat.${region ?? "REGION"}.amazonaws.com`, 200);
  if (code === "ENOTFOUND" && endpoint === undefined) {
    return (
      `the service's host name does not resolve (${code}); either Amazon IVS Chat is not available in ${region ?? "this region"}, ` +
      "or this machine has no network"
    );
  }
  const advice = /cert|self.signed|altname/i.test(`${code} ${message}`)
    ? "its certificate is not trusted; add its certificate authority to aws:customCaBundle"
    : "check the network, the proxy and the endpoint";
  return `the request to ${server} failed (${code}: ${message || "no message"}); ${advice}`;
}

function excerpt(body: string): string {
  // Limits the input, because the regular expression takes quadratic time.
  const line = oneLine(body.slice(0, 2000).replace(/<[^>]*>/g, " "), 80);
  return line === "" ? "an empty body" : `it starts with ${JSON.stringify(line)}`;
}

const longestWhat = 600;
const longestProblem = 900;
