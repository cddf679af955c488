/** A connection cannot be made: what is wrong, before any request for a room. */
export declare class ConnectionProblem extends Error {
    readonly kind: "credentials" | "region" | "account" | "setting";
    constructor(kind: "credentials" | "region" | "account" | "setting", message: string, options?: ErrorOptions);
}
