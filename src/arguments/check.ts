import { InvalidRoomIdentifierError } from "../errors";
import { oneLine, printed } from "../room/text";

/** Throws if an argument is unknown, so that a misspelled argument is not silently ignored. */
export function checkNames(args: unknown, known: readonly string[]): asserts args is object {
  if (typeof args !== "object" || args === null) throw invalid("args", args, "must be an object");
  const unknown = Object.keys(args).find((argument) => !known.includes(argument));
  if (unknown === undefined) return;
  throw invalidWithoutValue(
    oneLine(unknown, 100),
    `is not an argument; the arguments are ${known.join(", ")}`,
  );
}

export function checkString(argument: string, value: unknown): asserts value is string | undefined {
  if (value !== undefined && typeof value !== "string") throw invalid(argument, value, "must be a string");
}

export function checkTags(tags: unknown): void {
  if (tags === undefined) return;
  const hasStringValues =
    typeof tags === "object" &&
    tags !== null &&
    !Array.isArray(tags) &&
    Object.values(tags).every((tag) => typeof tag === "string");
  if (!hasStringValues)
    throw invalid("tags", tags, 'must be an object with string values, like { team: "live" }');
  if (Object.keys(tags).length === 0) throw invalid("tags", tags, "must have at least one tag");
}

/** Creates the error for an invalid argument. The message is the argument's name, its value, and `reason`. */
export function invalid(argument: string, value: unknown, reason: string): InvalidRoomIdentifierError {
  const identifier = argument === "identifier" && typeof value === "string" ? value : undefined;
  return errorFor(argument, `${printed(value)} ${reason}`, identifier);
}

/** Creates the error for an invalid argument. The message is the argument's name and `reason`. */
export function invalidWithoutValue(
  argument: string,
  reason: string,
  identifier?: unknown,
): InvalidRoomIdentifierError {
  return errorFor(argument, reason, typeof identifier === "string" ? identifier : undefined);
}

function errorFor(argument: string, explanation: string, identifier: string | undefined) {
  return new InvalidRoomIdentifierError(`${argument} ${explanation}`, {
    code: "InvalidArgument",
    identifier,
    argument,
  });
}
