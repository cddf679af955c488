import { oneLine } from "../room/text";

/**
 * The members of a thrown error, with the expected types and bounded lengths. The SDK copies them from the response unchecked: a member
 * that should be a string can be a number, an object, or megabytes long.
 */
export interface ErrorFacts {
  /** The service's name for the error, or the class of any other error; "" if there is none. */
  readonly name: string;
  /** Node.js's code for a network error, such as ECONNREFUSED. */
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

/** Whether this is an error response of the service: unlike a proxy's, those always name the error. */
export function isServiceError(error: unknown): boolean {
  const { name } = members(error);
  return isAnswered(error) && typeof name === "string" && name !== "Unknown" && namePattern.test(name);
}

/** Whether the SDK made the error from a response: it sets `$fault` on those only. */
export function isAnswered(error: unknown): boolean {
  return members(error).$fault !== undefined;
}

/** The codes of a network error. An AggregateError has one for each address tried. */
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
