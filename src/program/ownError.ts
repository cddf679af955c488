import { RoomReadError, type AmbiguousRoomError } from "../errors";

/**
 * A failed read as one caller's own error: several may wait for the same read, and Pulumi writes into an error where it surfaces.
 *
 * An error that surfaces after the program's body has ended is printed with its stack. The frames would be this package's own, so
 * the stack is the one line; that of the AWS SDK's error is the `cause`'s. `shown` takes out of its texts what is secret.
 */
export function ownError<E>(error: E, shown: (text: string) => string = (text) => text): E {
  if (!(error instanceof RoomReadError)) return error;
  const SameClass = error.constructor as new (message: string, details: object) => RoomReadError;
  const { code, identifier, region, requestId, cause, argument } = error;
  const { arns } = error as Partial<AmbiguousRoomError>;
  const own = new SameClass(shown(error.message), {
    code,
    identifier: identifier && shown(identifier),
    region,
    requestId,
    cause,
    argument,
    arns: arns?.map(shown),
  });
  let { message } = own;
  Object.defineProperties(own, {
    message: {
      configurable: true,
      get: () => message,
      set: (text: string) => {
        message = text.replace(pulumiPrefixes, "");
      },
    },
    stack: { configurable: true, get: () => `${own.name}: ${message}`, set: () => undefined },
  });
  return own as E;
}

// Pulumi adds one for each property that an output is used in. If its words change, the tests of late failures show it.
const pulumiPrefixes = /^(?:error serializing property "[^"]*": )+/;
