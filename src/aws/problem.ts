/** A connection cannot be made: what is wrong, before any request for a room. */
export class ConnectionProblem extends Error {
  constructor(
    readonly kind: "credentials" | "region" | "account" | "setting",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
