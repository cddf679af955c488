import { oneLine } from "../room/text";

/**
 * What an error says of itself. The SDK makes an error of whatever an answer holds: members that should be text can be numbers, objects
 * or megabytes long. Here they have their types and bounded lengths.
 */
export interface ErrorFacts {
  /** The service's name of the error, or the class of one that is not the service's; "" where it has none. */
  readonly name: string;
  /** The network's or Node.js's code, where it has one. */
  readonly code: string | undefined;
  readonly message: string;
  /** The status of the answer, where there was one. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  /** The fields that a ValidationException names. */
  readonly fields: string;
}

/** What is known of anything that was thrown. */
export function factsOf(error: unknown): ErrorFacts {
  const { name, message, fieldList, $metadata } = members(error);
  const { httpStatusCode: status, requestId } = members($metadata);
  return {
    name: typeof name === "string" ? oneLine(name, longestName) : "",
    code: isAnswered(error) ? undefined : networkCode(error),
    message: text(message),
    status: typeof status === "number" ? status : undefined,
    requestId: typeof requestId === "string" ? oneLine(requestId, longestName) : undefined,
    fields: fieldsIn(fieldList),
  };
}

/** Whether the SDK made this of an error answer that names its error, as the service does. */
export function isServiceError(error: unknown): boolean {
  const { name } = members(error);
  return isAnswered(error) && typeof name === "string" && name !== "Unknown" && namePattern.test(name);
}

/** Whether the SDK took its members from an answer: `$fault` is what it says of each of those. */
export function isAnswered(error: unknown): boolean {
  return members(error).$fault !== undefined;
}

/** The codes of a network's error: of each address that was tried, where there were several. */
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
      return [text(name), text(message)].filter((part) => part !== "").join(": ");
    })
    .filter((field) => field !== "");
  return oneLine(named.join("; "));
}

function text(value: unknown): string {
  return typeof value === "string" ? oneLine(value) : "";
}

function members(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

const namePattern = /^[A-Za-z][\w.-]{0,99}$/;
const longestName = 100;
const mostFields = 20;
