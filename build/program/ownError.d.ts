/**
 * A failed read as one caller's own error: several may wait for the same read, and Pulumi writes into an error where it surfaces.
 *
 * An error that surfaces after the program's body has ended is printed with its stack. The frames would be this package's own, so
 * the stack is the one line; that of the AWS SDK's error is the `cause`'s. `shown` takes out of its texts what is secret.
 */
export declare function ownError<E>(error: E, shown?: (text: string) => string): E;
