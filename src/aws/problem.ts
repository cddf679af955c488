/** Thrown when the settings, the region, the account, or the credentials prevent a connection to the service. */
export class ConnectionProblem extends Error {
  constructor(
    readonly kind: "credentials" | "region" | "account" | "setting",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
