import { errorClassification } from "../connection/packages";
import { ConnectionProblem } from "../connection/problem";
import { MalformedAnswer } from "../room/fromAnswer";
import {
  AccessDeniedError,
  CredentialsError,
  IncompleteRoomError,
  InvalidRoomIdentifierError,
  RoomNotFoundError,
  RoomReadError,
  type RoomReadErrorDetails,
} from "./errors";
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
  const failure = error as Failure & SdkError;
  const { isThrottlingError, isTransientError } = errorClassification();
  if (isThrottlingError(failure)) return "throttled";
  if (error instanceof UnreadableError) return error.status >= 500 ? "transient" : "malformed";
  return isTransientError(failure) || isReset(failure) ? "transient" : "final";
}

/** The typed error that a user sees for a failed request. */
export function failureOf(error: unknown, subject: Subject): RoomReadError {
  if (error instanceof RoomReadError) return error;
  const failure = error as Failure;
  const details: RoomReadErrorDetails = {
    code: codeOf(failure),
    identifier: subject.identifier,
    region: subject.region,
    requestId: failure.$metadata?.requestId,
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
  const status = failure.$metadata?.httpStatusCode;
  const message = messageIn(failure);
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
        say(`the service refuses the request as invalid${told}${fields(failure)}`),
        details,
      );
  }
  if (credentialCodes.has(details.code) || details.code.startsWith("Expired")) {
    return new CredentialsError(
      say(`the credentials are not accepted (${details.code}${told})${signIn(details.code, subject)}`),
      details,
    );
  }
  if (isUnreachable(failure)) return new RoomReadError(say(unreachable(failure, subject)), details);
  const answered =
    status === undefined ? `failed with ${details.code}` : `the service answered ${status} ${details.code}`;
  return new RoomReadError(say(`${answered}${told}`), details);
}

/** Whether nothing came back from where the request went, or nothing whole. */
export function isUnreachable(error: unknown): boolean {
  const failure = error as Failure;
  return (
    failure instanceof RequestTimedOut ||
    failure instanceof AnswerTooLarge ||
    failure.name === "TimeoutError" ||
    failure.$metadata?.httpStatusCode === undefined
  );
}

type SdkError = Parameters<typeof import("@smithy/service-error-classification").isThrottlingError>[0];

interface Failure extends Error {
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
  readonly fieldList?: unknown;
  readonly $fault?: "client" | "server";
  readonly $service?: string;
  readonly errors?: readonly Failure[];
}

// Broken connections that the SDK's own list does not have.
function isReset(failure: Failure): boolean {
  const codes = [failure.code, ...(failure.errors ?? []).map((error) => error.code)];
  return (
    codes.some((code) => code !== undefined && resetCodes.has(code)) ||
    /socket hang up|premature close|aborted|other side closed/i.test(failure.message)
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

function codeOf(failure: Failure): string {
  if (failure instanceof ConnectionProblem)
    return `${failure.kind[0]?.toUpperCase()}${failure.kind.slice(1)}Problem`;
  if (failure instanceof MalformedAnswer) return "IncompleteAnswer";
  if (failure instanceof UnreadableError) return "UnreadableAnswer";
  const inner = failure.errors?.[0];
  return (
    failure.code ?? inner?.code ?? (failure.name && failure.name !== "Error" ? failure.name : "UnknownError")
  );
}

function messageOf(subject: Subject, text: string, requestId: string | undefined): string {
  const where = subject.region === undefined ? "" : ` in ${subject.region}`;
  const request = requestId === undefined ? "" : ` (request ${requestId})`;
  return oneLine(`cannot read ${subject.what}${where}: ${text}${request}`);
}

function connectionFailure(
  problem: ConnectionProblem,
  details: RoomReadErrorDetails,
  say: (text: string) => string,
): RoomReadError {
  switch (problem.kind) {
    case "credentials":
      return new CredentialsError(say(`no AWS credentials: ${oneLine(problem.message)}`), details);
    case "account":
      return new AccessDeniedError(say(problem.message), details);
    case "region":
    case "setting":
      return new RoomReadError(say(oneLine(problem.message)), details);
  }
}

function signIn(code: string, { profile }: Subject): string {
  if (!/expired/i.test(code)) return "";
  return `; sign in again, for instance: aws sso login${profile === undefined ? "" : ` --profile ${profile}`}`;
}

function unreachable(failure: Failure, { region, endpoint }: Subject): string {
  const server = endpoint ?? `https://ivschat.${region ?? "REGION"}.amazonaws.com`;
  const code = codeOf(failure);
  if (code === "ENOTFOUND" && endpoint === undefined) {
    return (
      `the name of the service's server does not resolve (${code}); either Amazon IVS Chat is not offered in ${region ?? "this region"}, ` +
      "or this machine has no network"
    );
  }
  const what = /cert|self.signed|altname/i.test(`${code} ${failure.message}`)
    ? "its certificate is not trusted (aws:customCaBundle names one's own authority)"
    : "check the network, the proxy and the endpoint";
  return `${server} does not answer as it should (${code}: ${messageIn(failure) || "no message"}); ${what}`;
}

// What the service says need not have the form that its model promises.
function messageIn({ message }: { readonly message?: unknown }): string {
  if (typeof message !== "string") return "";
  const line = oneLine(message);
  return line.length > longestMessage ? `${line.slice(0, longestMessage)}…` : line;
}

function fields({ fieldList }: Failure): string {
  const named = (Array.isArray(fieldList) ? (fieldList as (Field | null)[]) : [])
    .map((field) => [field?.name, field?.message].filter((text) => typeof text === "string").join(": "))
    .filter((text) => text !== "");
  return named.length > 0 ? ` (${messageIn({ message: named.join("; ") })})` : "";
}

interface Field {
  readonly name?: unknown;
  readonly message?: unknown;
}

const longestMessage = 500;

function excerpt(text: string): string {
  const line = oneLine(text.replace(/<[^>]*>/g, " "));
  return line === "" ? "an empty body" : `it begins with ${JSON.stringify(line.slice(0, 80))}`;
}

// Nor is there anything left in it that a terminal would obey.
function oneLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, " ").trim();
}
