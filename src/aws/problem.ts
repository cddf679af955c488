/** Thrown when a request cannot be made because of a setting, the region, the account, or the credentials. */
export class ConnectionProblem extends Error {
  constructor(
    readonly kind: "credentials" | "region" | "account" | "setting",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
