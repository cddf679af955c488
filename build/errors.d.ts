import * as pulumi from "@pulumi/pulumi";
/**
 * What is known of a read that failed.
 *
 * @example
 * ```ts
 * import { RoomNotFoundError, type RoomReadErrorDetails } from "pulumi-ivschat";
 *
 * // For a test of one's own program: what a missing room throws.
 * const details: RoomReadErrorDetails = { code: "ResourceNotFoundException", region: "us-east-1" };
 * const missing = new RoomNotFoundError("there is no such room", details);
 * ```
 */
export interface RoomReadErrorDetails {
    /** The service's name of the error (`AccessDeniedException`), the network's (`ECONNREFUSED`) or one of this package's own. */
    readonly code: string;
    /** The ARN that was read, where one was given. */
    readonly identifier?: string;
    /** The AWS region that was asked. */
    readonly region?: string;
    /** The service's identifier of the request, where it answered. */
    readonly requestId?: string;
    /** The error below this one, of the AWS SDK for instance. */
    readonly cause?: unknown;
    /** The argument at fault, where one is. */
    readonly argument?: string;
}
/**
 * A read of Amazon IVS Chat failed. Every error of this package that comes from a read is one of these, or of a class below.
 *
 * @remarks `instanceof` and `isInstance` recognise errors of another copy of this package too. Pulumi prints a `pulumi.RunError`,
 * which this is, as one line.
 *
 * @example
 * ```ts
 * import { getRoom, RoomReadError } from "pulumi-ivschat";
 *
 * try {
 *   await getRoom({ identifier: "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl" });
 * } catch (error) {
 *   if (error instanceof RoomReadError) console.log(error.code, error.region, error.requestId);
 *   throw error;
 * }
 * ```
 */
export declare class RoomReadError extends pulumi.RunError {
    /** The service's name of the error (`AccessDeniedException`), the network's (`ECONNREFUSED`) or one of this package's own. */
    readonly code: string;
    /** The ARN that was read, where one was given. */
    readonly identifier: string | undefined;
    /** The AWS region that was asked. */
    readonly region: string | undefined;
    /** The service's identifier of the request, where it answered. */
    readonly requestId: string | undefined;
    /** The argument at fault, where one is: `identifier`, `region`. */
    readonly argument: string | undefined;
    readonly cause: unknown;
    constructor(message: string, details: RoomReadErrorDetails);
    /** Whether a value is an error of this class, made by this or another copy of the package. */
    static isInstance<T extends typeof RoomReadError>(this: T, value: unknown): value is InstanceType<T>;
    static [Symbol.hasInstance](value: unknown): boolean;
}
/**
 * There is no such room: the service answered ResourceNotFound, or no room has the name or tags looked for.
 *
 * @example
 * ```ts
 * import { getRoom, RoomNotFoundError } from "pulumi-ivschat";
 *
 * const room = await getRoom({ name: "lobby" }).catch((error: unknown) => {
 *   if (error instanceof RoomNotFoundError) return undefined;
 *   throw error;
 * });
 * ```
 */
export declare class RoomNotFoundError extends RoomReadError {
    static readonly className: string;
}
/**
 * Several rooms have the name or the tags looked for, where one was asked for.
 *
 * @example
 * ```ts
 * import { AmbiguousRoomError, getRoom } from "pulumi-ivschat";
 *
 * await getRoom({ name: "lobby" }).catch((error: unknown) => {
 *   if (error instanceof AmbiguousRoomError) console.log(error.arns);
 *   throw error;
 * });
 * ```
 */
export declare class AmbiguousRoomError extends RoomReadError {
    static readonly className: string;
    /** The ARNs of all rooms found, sorted. */
    readonly arns: readonly string[];
    constructor(message: string, details: RoomReadErrorDetails & {
        readonly arns: readonly string[];
    });
}
/**
 * The identity that asked may not read this: the service answered AccessDenied, or the account is not an allowed one.
 *
 * @example
 * ```ts
 * import { AccessDeniedError, getRoom } from "pulumi-ivschat";
 *
 * await getRoom({ name: "lobby" }).catch((error: unknown) => {
 *   if (error instanceof AccessDeniedError) console.log("ask for ivschat:ListRooms and ivschat:GetRoom");
 *   throw error;
 * });
 * ```
 */
export declare class AccessDeniedError extends RoomReadError {
    static readonly className: string;
}
/**
 * What should name a room (or a logging configuration) does not: no ARN, an ARN of another kind, or one that the service refuses
 * with its ValidationException; or arguments that contradict each other. Found before any request is made wherever it can be.
 *
 * @example
 * ```ts
 * import { getRoom, InvalidRoomIdentifierError } from "pulumi-ivschat";
 *
 * await getRoom({ identifier: "AbCdEfGhIjKl" }).catch((error: unknown) => {
 *   if (error instanceof InvalidRoomIdentifierError) console.log(error.message); // ... must be the ARN of a room ...
 *   throw error;
 * });
 * ```
 */
export declare class InvalidRoomIdentifierError extends RoomReadError {
    static readonly className: string;
}
/**
 * No credentials could be had, or the service does not accept them: missing, expired, an unknown profile, a role that may not be
 * assumed.
 *
 * @example
 * ```ts
 * import { CredentialsError, getRoom } from "pulumi-ivschat";
 *
 * await getRoom({ name: "lobby" }).catch((error: unknown) => {
 *   if (error instanceof CredentialsError) console.log("sign in first");
 *   throw error;
 * });
 * ```
 */
export declare class CredentialsError extends RoomReadError {
    static readonly className: string;
}
/**
 * The service went on refusing requests as too many, without any progress, until the time for a read was up.
 *
 * @example
 * ```ts
 * import { getRoom, ThrottledError } from "pulumi-ivschat";
 *
 * await getRoom({ name: "lobby" }).catch((error: unknown) => {
 *   if (error instanceof ThrottledError) console.log("others use up the account's quota");
 *   throw error;
 * });
 * ```
 */
export declare class ThrottledError extends RoomReadError {
    static readonly className: string;
}
/**
 * The service answered with success, but the answer lacks a member, holds a wrong one or is about another room. Such an answer is
 * never passed on.
 *
 * @example
 * ```ts
 * import { getRoom, IncompleteRoomError } from "pulumi-ivschat";
 *
 * await getRoom({ name: "lobby" }).catch((error: unknown) => {
 *   if (error instanceof IncompleteRoomError) console.log(error.message); // names the member and what it holds
 *   throw error;
 * });
 * ```
 */
export declare class IncompleteRoomError extends RoomReadError {
    static readonly className: string;
}
