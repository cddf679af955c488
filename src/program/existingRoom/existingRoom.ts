import * as pulumi from "@pulumi/pulumi";
import { providerOf } from "../providerSettings";
import { warnOfMisspeltKeys } from "../misspeltKeys";
import { checkNames } from "../../arguments/check";
import { roomArguments } from "../../arguments/room";
import type { GetRoomResult, MessageReviewHandler } from "../../room/room";
import type { ExistingRoomArgs, ExistingRoomConnectionArgs } from "./args";
import { argumentProperties, externalProperties } from "./properties";
import { recordedConnection } from "./connection";
import { isPlaceholder, membersIn, propertyNames } from "../../tracking/properties";
import { typeOf } from "../pulumi/resources";
import { serializedProvider } from "./serializedProvider";

/**
 * Reads an existing Amazon IVS Chat room and records it in the stack. Never changes or deletes the room.
 *
 * Every preview and update reads the room and shows what changed since it was recorded, one line for each member. `pulumi up` and
 * `pulumi refresh` record the changes. In a preview, all members are known.
 *
 * A read costs one GetRoom request (quota: 5 per second for each account and region). If a stack has several recorded rooms, ListRooms
 * requests, with 50 rooms each, replace the GetRoom requests of unchanged rooms. A selection by `name` costs one more ListRooms request for
 * each 50 rooms with the name; a selection by `tags` alone lists all rooms of the region.
 *
 * The resource option `ignoreChanges` keeps the recorded value of a member, or, for an argument, the recorded room. `replaceOnChanges` has
 * no effect. A secret `identifier`, `name` or `tags` makes all members secret.
 *
 * If the room cannot be read, the preview fails with the message of a {@link RoomReadError}.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetRoom.html
 *
 * @throws `pulumi.RunError` if the provider is not an aws.Provider, or for the resource option `import`.
 * @throws {@link InvalidRoomIdentifierError} for an unknown argument.
 *
 * @example
 * ```ts
 * import { ExistingRoom } from "pulumi-ivschat";
 *
 * const lobby = new ExistingRoom("lobby", {
 *   identifier: "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl",
 * });
 * export const maximumMessageLength = lobby.maximumMessageLength;
 * export const room = lobby.configuration;
 * ```
 */
export class ExistingRoom extends pulumi.CustomResource {
  /**
   * Reads a room by its ARN as an external resource: every preview, update and refresh reads it, and shows it as `read`. The operation
   * fails if there is no such room.
   *
   * @example
   * ```ts
   * import { ExistingRoom } from "pulumi-ivschat";
   *
   * const lobby = ExistingRoom.get("lobby", "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl");
   * export const tags = lobby.tags;
   * ```
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    args: ExistingRoomConnectionArgs = {},
    opts: pulumi.CustomResourceOptions = {},
  ): ExistingRoom {
    return new ExistingRoom(name, args as ExistingRoomArgs, { ...opts, id });
  }

  /** Returns true if the value is an ExistingRoom, even if a different copy of this package created it. */
  static override isInstance(value: unknown): value is ExistingRoom {
    return typeOf(value) === resourceType;
  }

  /** The room's ARN. The resource's `id` is the same, unless the room is secret: IDs are not encrypted. */
  declare readonly arn: pulumi.Output<string>;
  /** The room's relative identifier: the part of the ARN after `room/`. */
  declare readonly roomId: pulumi.Output<string>;
  /** The room's name; `""` for a room without one. */
  declare readonly name: pulumi.Output<string>;
  /** When the room was created: ISO 8601, UTC, with milliseconds. */
  declare readonly createTime: pulumi.Output<string>;
  /** When the room was last updated: ISO 8601, UTC, with milliseconds. */
  declare readonly updateTime: pulumi.Output<string>;
  /** The maximum length of a message, in Unicode code points (not bytes): 1 to 500. */
  declare readonly maximumMessageLength: pulumi.Output<number>;
  /** The maximum number of messages per second from all clients of the room together: 1 to 100. */
  declare readonly maximumMessageRatePerSecond: pulumi.Output<number>;
  /** The handler that reviews messages before they are delivered; `{ uri: "", fallbackResult: "ALLOW" }` for a room without a handler. */
  declare readonly messageReviewHandler: pulumi.Output<MessageReviewHandler>;
  /** The room's tags; `{}` for a room without any. */
  declare readonly tags: pulumi.Output<Record<string, string>>;
  /** ARNs of the logging configurations attached to the room, at most 3; `[]` for a room without any. */
  declare readonly loggingConfigurationIdentifiers: pulumi.Output<string[]>;

  constructor(name: string, args: ExistingRoomArgs, opts: pulumi.CustomResourceOptions = {}) {
    checkNames(args, roomArguments);
    warnOfMisspeltKeys();
    if (opts.import !== undefined) {
      throw new pulumi.RunError(
        `the ExistingRoom ${JSON.stringify(name)} does not support the option \`import\`: it reads an existing room and never creates ` +
          "one; remove the option",
      );
    }
    const { identifier: _, name: __, tags: ___, ...connectionArgs } = args;
    const provider = providerOf(opts);
    const { id, properties } =
      opts.id === undefined
        ? { id: undefined, properties: argumentProperties(args) }
        : externalProperties(opts.id, connectionArgs, provider);
    super(
      resourceType,
      name,
      {
        ...outputs,
        ...properties,
        connection: recordedConnection(connectionArgs, provider, id !== undefined),
        __provider: serializedProvider,
      },
      // The aws.Provider only supplies settings. It belongs to another package, so it cannot be this resource's provider.
      { ...opts, ...(id === undefined ? {} : { id }), provider: undefined },
    );
    // If the whole resource is exported, only the members of the room should be in the output.
    for (const name of ["identifier", "connection"]) {
      if (name in this) Object.defineProperty(this, name, { enumerable: false });
    }
    if (id === undefined)
      for (const name of ["tags", "messageReviewHandler"] as const) withoutPlaceholder(this, name);
  }

  /** The room as one value, like the result of {@link getRoom}. Export it to use {@link requireRoom} in other stacks. */
  get configuration(): pulumi.Output<GetRoomResult> {
    // Lazy: it takes as much time as the rest of the constructor.
    const existing = configurations.get(this);
    if (existing) return existing;
    const configuration = pulumi.output(membersIn(this)) as unknown as pulumi.Output<GetRoomResult>;
    configurations.set(this, configuration);
    return configuration;
  }
}

// Not a property, which would be in the output if the whole resource is exported.
const configurations = new WeakMap<ExistingRoom, pulumi.Output<GetRoomResult>>();

// If `--target` excludes a new resource, the engine returns its inputs as the outputs, with the placeholder.
function withoutPlaceholder(room: ExistingRoom, name: "tags" | "messageReviewHandler"): void {
  const original = room[name] as pulumi.Output<object | undefined>;
  let once: pulumi.Output<object | undefined> | undefined;
  const get = () => (once ??= original.apply((value) => (isPlaceholder(value) ? undefined : value)));
  Object.defineProperty(room, name, { get, enumerable: true, configurable: true });
}

const resourceType = "pulumi-nodejs:dynamic/ivschat:ExistingRoom";

// Pulumi creates an output only for each property that is passed to the constructor.
const outputs = Object.fromEntries(propertyNames.map((name) => [name, undefined]));
