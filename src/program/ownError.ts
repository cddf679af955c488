import { RoomReadError, type AmbiguousRoomError } from "../errors";

/**
 * Copies the error of a failed read, because several callers can share a read and Pulumi changes the message of an error that it reports.
 *
 * The copy has no stack trace, because the trace would contain only frames of this package, and Pulumi would print the trace if the error
 * is thrown after the program has ended. `cause` has the stack trace of the AWS SDK's error. `redact` removes secrets from a string.
 */
export function ownError<E>(error: E, redact: (value: string) => string = (value) => value): E {
  if (!(error instanceof RoomReadError)) return error;
  const SameClass = error.constructor as new (message: string, details: object) => RoomReadError;
  const { code, identifier, region, requestId, cause, argument } = error;
  const { arns } = error as Partial<AmbiguousRoomError>;
  const own = new SameClass(redact(error.message), {
    code,
    identifier: identifier && redact(identifier),
    region,
    requestId,
    cause,
    argument,
    arns: arns?.map(redact),
  });
  let { message } = own;
  Object.defineProperties(own, {
    message: {
      configurable: true,
      get: () => message,
      set: (value: string) => {
        message = value.replace(pulumiPrefixes, "");
      },
    },
    stack: { configurable: true, get: () => `${own.name}: ${message}`, set: () => undefined },
  });
  return own as E;
}

// Pulumi adds such a prefix for each property that uses the output. If Pulumi changes the wording, lateFailures.test.ts fails.
const pulumiPrefixes = /^(?:error serializing property "[^"]*": )+/;
