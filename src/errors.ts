import { RunError } from "@pulumi/pulumi/errors";
import { oneLine } from "./room/text";

/** Details of a failed read. */
export interface RoomReadErrorDetails {
  /** The error code: the service's (`AccessDeniedException`), the network's (`ECONNREFUSED`), or this package's (`InvalidArgument`). */
  readonly code: string;
  /** The ARN that was read; undefined for a read by name or tags. */
  readonly identifier?: string;
  /** The AWS region of the request. */
  readonly region?: string;
  /** The service's request ID, if it answered. */
  readonly requestId?: string;
  /** The underlying error, such as the AWS SDK's. */
  readonly cause?: unknown;
  /** The name of the invalid argument: `identifier`, `region`. Undefined for other errors. */
  readonly argument?: string;
}

const brand = "__pulumiIvschatErrors";
const longestMessage = 2000;
const longestCode = 100;

/**
 * Thrown when a read of Amazon IVS Chat fails. The base class of all errors that a read throws.
 *
 * @remarks `instanceof` and `isInstance` also recognize errors from another copy of this package. Pulumi prints the error as one line,
 * without a stack trace, because it is a `pulumi.RunError`.
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
  /** The error code: the service's (`AccessDeniedException`), the network's (`ECONNREFUSED`), or this package's (`InvalidArgument`). */
  readonly code: string;
  /** The ARN that was read; undefined for a read by name or tags. */
  readonly identifier: string | undefined;
  /** The AWS region of the request. */
  readonly region: string | undefined;
  /** The service's request ID, if it answered. */
  readonly requestId: string | undefined;
  /** The name of the invalid argument: `identifier`, `region`. Undefined for other errors. */
  readonly argument: string | undefined;
  override readonly cause: unknown;

  constructor(message: string, details: RoomReadErrorDetails) {
    // Every message is sanitized here, because parts of it may come from a server, a stack output, or an argument.
    super(oneLine(message, longestMessage));
    this.name = new.target.className;
    this.code = oneLine(details.code, longestCode);
    this.identifier = details.identifier;
    this.region = details.region;
    this.requestId = details.requestId && oneLine(details.requestId, longestCode);
    this.argument = details.argument;
    // Not enumerable, so that console.log of the error does not print the SDK's objects.
    Object.defineProperty(this, "cause", { value: details.cause, enumerable: false });
    Object.defineProperty(this, brand, { value: new.target.classNames(), enumerable: false });
  }

  /** Whether a value is an error of this class, created by this or another copy of the package. */
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

  /** @internal Used instead of `name`, which a minifier may change. */
  static readonly className: string = "RoomReadError";

  /** @internal */
  static classNames(): string[] {
    return this.className === "RoomReadError" ? [this.className] : ["RoomReadError", this.className];
  }
}

/**
 * Thrown when the room does not exist: the service answered `ResourceNotFoundException`, or no room has the given name or tags.
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
 * Thrown when the caller may not make the request: the service answered `AccessDeniedException`, or `aws:allowedAccountIds` or
 * `aws:forbiddenAccountIds` excludes the account.
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
 * Thrown when an argument is invalid: it is not the ARN of a room or of a logging configuration, it conflicts with another argument, or
 * the service answered `ValidationException`. If possible, it is thrown before any request is sent.
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
 * Thrown when no credentials are found or the service rejects them: they have expired, the profile does not exist, or the role cannot be
 * assumed.
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
 * Thrown when the service throttles every request for longer than `ivschat:readTimeout` (60 seconds by default).
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
 * Thrown when an answer lacks a required member, has an invalid one, or describes another room than the requested one; and by requireRoom,
 * when the stack output is not a room's configuration.
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
