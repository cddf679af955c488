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
  type RoomReadErrorDetails,
} from "../errors";
import { AnswerTooLarge, RequestTimedOut, UnreadableError } from "./send";

/** What is being read, from where: what an error's message begins with. */
export interface Subject {
  /** `room arn:aws:...`, `rooms named "lobby"`. */
  readonly what: string;
  readonly identifier?: string;
  readonly region: string | undefined;
  readonly endpoint?: string | undefined;
  readonly profile?: string | undefined;
  /** The permission that the request needs, `ivschat:GetRoom`. */
  readonly action: string;
  /** What else to say when access is denied. */
  readonly deniedAdvice?: string | undefined;
}

/** What to do about a failed request: ask again, wait for the quota, or give up. */
export type Kind = "throttled" | "transient" | "malformed" | "final";

/** Which of these a failure is. */
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

/** The typed error that a user sees for a failed request. */
export function failureOf(error: unknown, subject: Subject): RoomReadError {
  if (error instanceof RoomReadError) return error;
  const facts = factsOf(error);
  const details: RoomReadErrorDetails = {
    code: codeOf(error, facts),
    identifier: subject.identifier,
    region: subject.region,
    requestId: facts.requestId,
    cause: error,
  };
  const say = (text: string) => messageOf(subject, text, details.requestId);
  if (error instanceof ConnectionProblem) return connectionFailure(error, details, say);
  if (error instanceof MalformedAnswer) {
    return new IncompleteRoomError(
      say(`the service's answer is incomplete or wrong: ${error.message}`),
      details,
    );
  }
  const { message, status, fields } = facts;
  const told = message === "" ? "" : `: ${message}`;
  if (error instanceof UnreadableError) {
    return new RoomReadError(
      say(
        `got an answer with status ${error.status} that is not the service's (${excerpt(error.text)}); ` +
          "is there a proxy in between, or another server at the endpoint?",
      ),
      details,
    );
  }
  switch (details.code) {
    case "ResourceNotFoundException":
      // A listing that is not found is no proof that there is no such room.
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
          `access denied${told}; allow ${subject.action} to whoever runs Pulumi${subject.deniedAdvice ?? ""}`,
        ),
        details,
      );
    case "ValidationException":
      return new InvalidRoomIdentifierError(
        say(`the service refuses the request as invalid${told}${fields && ` (${fields})`}`),
        details,
      );
  }
  if (credentialCodes.has(details.code) || details.code.startsWith("Expired")) {
    return new CredentialsError(
      say(`the credentials are not accepted (${details.code}${told})${signIn(details.code, subject)}`),
      details,
    );
  }
  if (isUnreachable(error)) return new RoomReadError(say(unreachable(details.code, facts, subject)), details);
  const answered =
    status === undefined ? `failed with ${details.code}` : `the service answered ${status} ${details.code}`;
  return new RoomReadError(say(`${answered}${told}`), details);
}

/** Whether nothing came back from where the request went, or nothing whole. */
export function isUnreachable(error: unknown): boolean {
  if (error instanceof RequestTimedOut || error instanceof AnswerTooLarge) return true;
  const { name, status } = factsOf(error);
  return status === undefined || (name === "TimeoutError" && !isAnswered(error));
}

type SdkError = Parameters<typeof import("@smithy/service-error-classification").isThrottlingError>[0];

// Of an error answer only these decide: whoever answered could have set any other member.
function sdkErrorOf(error: unknown): SdkError {
  if (!isAnswered(error)) return error as SdkError;
  const { name, message, status } = factsOf(error);
  const { clockSkewCorrected } = (error as SdkError).$metadata ?? {};
  return { name, message, $metadata: { httpStatusCode: status, clockSkewCorrected } };
}

// Broken connections that the SDK's own list does not have.
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

function messageOf(subject: Subject, text: string, requestId: string | undefined): string {
  const where = subject.region === undefined ? "" : ` in ${subject.region}`;
  const request = requestId === undefined ? "" : ` (request ${requestId})`;
  return `cannot read ${oneLine(subject.what, longestWhat)}${where}: ${text}${request}`;
}

function connectionFailure(
  problem: ConnectionProblem,
  details: RoomReadErrorDetails,
  say: (text: string) => string,
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
  return `; sign in again, for instance: aws sso login${profile === undefined ? "" : ` --profile ${oneLine(profile, 100)}`}`;
}

function unreachable(code: string, { message }: ErrorFacts, { region, endpoint }: Subject): string {
  const server = oneLine(endpoint ?? `https://ivschat.${region ?? "REGION"}.amazonaws.com`, 200);
  if (code === "ENOTFOUND" && endpoint === undefined) {
    return (
      `the name of the service's server does not resolve (${code}); either Amazon IVS Chat is not offered in ${region ?? "this region"}, ` +
      "or this machine has no network"
    );
  }
  const what = /cert|self.signed|altname/i.test(`${code} ${message}`)
    ? "its certificate is not trusted (aws:customCaBundle names one's own authority)"
    : "check the network, the proxy and the endpoint";
  return `${server} does not answer as it should (${code}: ${message || "no message"}); ${what}`;
}

function excerpt(text: string): string {
  // No more is looked at: the expression takes time that grows with the square of it.
  const line = oneLine(text.slice(0, 2000).replace(/<[^>]*>/g, " "), 80);
  return line === "" ? "an empty body" : `it begins with ${JSON.stringify(line)}`;
}

const longestWhat = 600;
const longestProblem = 900;
