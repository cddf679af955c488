import { oneLine } from "../room/text";

/**
 * The members of a thrown error, after validation. Validation is necessary because the SDK copies members from the response without
 * checking their type and length.
 */
export interface ErrorFacts {
  /** The error's name, such as `AccessDeniedException` or `TypeError`. `""` if it has none. */
  readonly name: string;
  /** The code of a Node.js network error, such as `ECONNREFUSED`. */
  readonly code: string | undefined;
  readonly message: string;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly fields: string;
}

export function factsOf(error: unknown): ErrorFacts {
  const { name, message, fieldList, $metadata } = members(error);
  const { httpStatusCode: status, requestId } = members($metadata);
  return {
    name: typeof name === "string" ? oneLine(name, longestName) : "",
    code: isAnswered(error) ? undefined : networkCode(error),
    message: line(message),
    status: typeof status === "number" ? status : undefined,
    requestId: typeof requestId === "string" ? oneLine(requestId, longestName) : undefined,
    fields: fieldsIn(fieldList),
  };
}

/** Returns whether an error was created from a response of the service. Unlike other servers, the service always sends an error name. */
export function isServiceError(error: unknown): boolean {
  const { name } = members(error);
  return isAnswered(error) && typeof name === "string" && name !== "Unknown" && namePattern.test(name);
}

/** Returns whether an error was created from a response. The SDK sets `$fault` only on these errors. */
export function isAnswered(error: unknown): boolean {
  return members(error).$fault !== undefined;
}

/** Returns the codes of a network error. An AggregateError contains one error for each IP address. */
export function networkCodes(error: unknown): string[] {
  const { code, errors } = members(error);
  const codes = [code, ...(Array.isArray(errors) ? errors.map((each) => members(each).code) : [])];
  return codes.filter((each) => typeof each === "string");
}

function networkCode(error: unknown): string | undefined {
  const [code] = networkCodes(error);
  return code === undefined ? undefined : oneLine(code, longestName);
}

function fieldsIn(fieldList: unknown): string {
  const named = (Array.isArray(fieldList) ? fieldList.slice(0, mostFields) : [])
    .map((field) => {
      const { name, message } = members(field);
      return [line(name), line(message)].filter((part) => part !== "").join(": ");
    })
    .filter((field) => field !== "");
  return oneLine(named.join("; "));
}

function line(value: unknown): string {
  return typeof value === "string" ? oneLine(value) : "";
}

function members(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

const namePattern = /^[A-Za-z][\w.-]{0,99}$/;
const longestName = 100;
const mostFields = 20;
