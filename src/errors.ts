import { RunError } from "@pulumi/pulumi/errors";
import { oneLine } from "./room/text";

/** The details of a {@link RoomReadError}. */
export interface RoomReadErrorDetails {
  /** The error code of the service (`AccessDeniedException`), the network (`ECONNREFUSED`), or this package (`InvalidArgument`). */
  readonly code: string;
  /** The ARN that was read. Undefined for a read by name or tags. */
  readonly identifier?: string;
  /** The AWS region of the request. */
  readonly region?: string;
  /** The request ID, if the service responded. */
  readonly requestId?: string;
  /** The underlying error, such as an error of the AWS SDK. */
  readonly cause?: unknown;
  /** The name of the invalid argument, such as `identifier`. Undefined if no argument is invalid. */
  readonly argument?: string;
}

const brand = "__pulumiIvschatErrors";
const longestMessage = 2000;
const longestCode = 100;

/**
 * Thrown when a read from Amazon IVS Chat fails. The base class of all errors that a read throws.
 *
 * @remarks `instanceof` and `isInstance` also recognize errors from another copy of this package. The class extends `pulumi.RunError`, so
 * Pulumi prints the message without a stack trace.
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
export class RoomReadError extends RunError {
  /** The error code of the service (`AccessDeniedException`), the network (`ECONNREFUSED`), or this package (`InvalidArgument`). */
  readonly code: string;
  /** The ARN that was read. Undefined for a read by name or tags. */
  readonly identifier: string | undefined;
  /** The AWS region of the request. */
  readonly region: string | undefined;
  /** The request ID, if the service responded. */
  readonly requestId: string | undefined;
  /** The name of the invalid argument, such as `identifier`. Undefined if no argument is invalid. */
  readonly argument: string | undefined;
  override readonly cause: unknown;

  constructor(message: string, details: RoomReadErrorDetails) {
    // Sanitizes the message, because it may quote untrusted text from a server, a stack output, or an argument.
    super(oneLine(message, longestMessage));
    this.name = new.target.className;
    this.code = oneLine(details.code, longestCode);
    this.identifier = details.identifier;
    this.region = details.region;
    this.requestId = details.requestId && oneLine(details.requestId, longestCode);
    this.argument = details.argument;
    // Not enumerable, so that console.log does not print the SDK's large error objects.
    Object.defineProperty(this, "cause", { value: details.cause, enumerable: false });
    Object.defineProperty(this, brand, { value: new.target.classNames(), enumerable: false });
  }

  /** Returns true if the value is an error of this class, even if a different copy of this package created it. */
  static override isInstance<T extends typeof RoomReadError>(
    this: T,
    value: unknown,
  ): value is InstanceType<T> {
    if (typeof value !== "object" || value === null) return false;
    const names = (value as Record<string, unknown>)[brand];
    return Array.isArray(names) && names.includes(this.className);
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return this.isInstance(value);
  }

  /** @internal Used instead of the class's `name`, which minifiers change. */
  static readonly className: string = "RoomReadError";

  /** @internal */
  static classNames(): string[] {
    return this.className === "RoomReadError" ? [this.className] : ["RoomReadError", this.className];
  }
}

/**
 * Thrown when the room does not exist: the service returned `ResourceNotFoundException`, or no room has the given name or tags.
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
export class RoomNotFoundError extends RoomReadError {
  static override readonly className: string = "RoomNotFoundError";
}

/**
 * Thrown when more than one room has the given name or tags.
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
export class AmbiguousRoomError extends RoomReadError {
  static override readonly className: string = "AmbiguousRoomError";

  /** The ARNs of all matching rooms, sorted. */
  readonly arns: readonly string[];

  constructor(message: string, details: RoomReadErrorDetails & { readonly arns: readonly string[] }) {
    super(message, details);
    this.arns = details.arns;
  }
}

/**
 * Thrown when access is denied: the service returned `AccessDeniedException`, or the account is excluded by `aws:allowedAccountIds` or
 * `aws:forbiddenAccountIds`.
 *
 * @example
 * ```ts
 * import { AccessDeniedError, getRoom } from "pulumi-ivschat";
 *
 * await getRoom({ name: "lobby" }).catch((error: unknown) => {
 *   if (error instanceof AccessDeniedError) console.log("Requires ivschat:ListRooms and ivschat:GetRoom");
 *   throw error;
 * });
 * ```
 */
export class AccessDeniedError extends RoomReadError {
  static override readonly className: string = "AccessDeniedError";
}

/**
 * Thrown when an argument is invalid. For example, it is not the ARN of a room, or it conflicts with another argument. Also thrown when the
 * service returns `ValidationException`. Arguments are checked before any request is sent.
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
export class InvalidRoomIdentifierError extends RoomReadError {
  static override readonly className: string = "InvalidRoomIdentifierError";
}

/**
 * Thrown when there are no valid credentials. For example, none are found, they have expired, the profile does not exist, or a role cannot
 * be assumed.
 *
 * @example
 * ```ts
 * import { CredentialsError, getRoom } from "pulumi-ivschat";
 *
 * await getRoom({ name: "lobby" }).catch((error: unknown) => {
 *   if (error instanceof CredentialsError) console.log("Run aws sso login first");
 *   throw error;
 * });
 * ```
 */
export class CredentialsError extends RoomReadError {
  static override readonly className: string = "CredentialsError";
}

/**
 * Thrown when the service throttles all requests for longer than `ivschat:readTimeout` (default: 60 seconds).
 *
 * @example
 * ```ts
 * import { getRoom, ThrottledError } from "pulumi-ivschat";
 *
 * await getRoom({ name: "lobby" }).catch((error: unknown) => {
 *   if (error instanceof ThrottledError) console.log("Other callers use up the account's quota");
 *   throw error;
 * });
 * ```
 */
export class ThrottledError extends RoomReadError {
  static override readonly className: string = "ThrottledError";
}

/**
 * Thrown when a response of the service lacks a required member, contains an invalid member, or describes a different room. Also thrown by
 * {@link requireRoom} when the stack output is not the configuration of a room.
 *
 * @example
 * ```ts
 * import { getRoom, IncompleteRoomError } from "pulumi-ivschat";
 *
 * await getRoom({ name: "lobby" }).catch((error: unknown) => {
 *   if (error instanceof IncompleteRoomError) console.log(error.message); // names the member and its value
 *   throw error;
 * });
 * ```
 */
export class IncompleteRoomError extends RoomReadError {
  static override readonly className: string = "IncompleteRoomError";
}
