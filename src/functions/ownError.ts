import { RoomReadError, type RoomReadErrorDetails } from "../reading/errors";

/**
 * A failed read as one caller's own error: several may wait for the same read, and Pulumi writes into an error where it surfaces.
 *
 * An error that surfaces after the program's body has ended is printed with its stack. The frames would be this package's own, so
 * the stack is the one line; that of the AWS SDK's error is the `cause`'s.
 */
export function ownError(error: unknown): unknown {
  if (!(error instanceof RoomReadError)) return error;
  const SameClass = error.constructor as new (
    message: string,
    details: RoomReadErrorDetails,
  ) => RoomReadError;
  const own = new SameClass(error.message, error);
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
  return own;
}

// Pulumi adds one for each property that an output is used in. If its words change, test/commandLine/lateFailures shows it.
const pulumiPrefixes = /^(?:error serializing property "[^"]*": )+/;
