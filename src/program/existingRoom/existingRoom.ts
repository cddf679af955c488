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
 * Every preview and update reads the room and shows each member that differs from the recorded value. `pulumi up` and `pulumi refresh`
 * record the current values. In a preview, all members are known.
 *
 * A read costs one GetRoom request (quota: 5 per second for each account and region). If a stack has several recorded rooms, one ListRooms
 * request replaces the GetRoom requests of up to 50 unchanged rooms. Selecting a room by `name` also costs one ListRooms request for every
 * 50 rooms with that name. Selecting it by `tags` alone costs one ListRooms request for every 50 rooms in the region.
 *
 * The resource option `ignoreChanges` keeps the recorded value of a member. If it contains `identifier`, `name`, or `tags`, it keeps the
 * recorded room. `replaceOnChanges` has no effect. A secret `identifier`, `name`, or `tags` makes all members secret.
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
   * Reads a room by its ARN as an external resource, which is not tracked. Every preview, update, and refresh reads the room. A preview
   * or an update fails if the room does not exist. A refresh then removes the resource from the state.
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

  /** The room's ARN. If the room is secret, the resource's `id` is a hash of the ARN, otherwise it is the ARN. */
  declare readonly arn: pulumi.Output<string>;
  /** The room's ID: the part of the ARN after `room/`. */
  declare readonly roomId: pulumi.Output<string>;
  /** The room's name, or `""` if it has none. Names are not unique. */
  declare readonly name: pulumi.Output<string>;
  /** When the room was created: ISO 8601 in UTC, with milliseconds. */
  declare readonly createTime: pulumi.Output<string>;
  /** When the room was last updated: ISO 8601 in UTC, with milliseconds. */
  declare readonly updateTime: pulumi.Output<string>;
  /** Maximum length of a message in Unicode code points, from 1 to 500. */
  declare readonly maximumMessageLength: pulumi.Output<number>;
  /** Maximum number of messages per second that can be sent to the room by all clients together, from 1 to 100. */
  declare readonly maximumMessageRatePerSecond: pulumi.Output<number>;
  /** The handler that reviews messages before delivery, or `{ uri: "", fallbackResult: "ALLOW" }` if the room has none. */
  declare readonly messageReviewHandler: pulumi.Output<MessageReviewHandler>;
  /** The room's tags, or `{}` if it has none. */
  declare readonly tags: pulumi.Output<Record<string, string>>;
  /** ARNs of the room's logging configurations (at most 3), or `[]` if it has none. */
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
      // The aws.Provider only supplies settings. It is not passed on, because it cannot be the provider of another package's resource.
      { ...opts, ...(id === undefined ? {} : { id }), provider: undefined },
    );
    // Not enumerable, so that a stack output of the whole resource contains only the members of the room.
    for (const name of ["identifier", "connection"]) {
      if (name in this) Object.defineProperty(this, name, { enumerable: false });
    }
    if (id === undefined)
      for (const name of ["tags", "messageReviewHandler"] as const) withoutPlaceholder(this, name);
  }

  /** The room as one value, like the result of {@link getRoom}. Export it if other stacks read the room with {@link requireRoom}. */
  get configuration(): pulumi.Output<GetRoomResult> {
    // Creates the output only when it is used, because creating it takes as long as the whole constructor.
    const existing = configurations.get(this);
    if (existing) return existing;
    const configuration = pulumi.output(membersIn(this)) as unknown as pulumi.Output<GetRoomResult>;
    configurations.set(this, configuration);
    return configuration;
  }
}

// Stored outside the resource, because a property would be part of a stack output of the whole resource.
const configurations = new WeakMap<ExistingRoom, pulumi.Output<GetRoomResult>>();

// If `--target` excludes a new resource, the engine returns its inputs as outputs. They contain the placeholder, which is removed here.
function withoutPlaceholder(room: ExistingRoom, name: "tags" | "messageReviewHandler"): void {
  const original = room[name] as pulumi.Output<object | undefined>;
  let once: pulumi.Output<object | undefined> | undefined;
  const get = () => (once ??= original.apply((value) => (isPlaceholder(value) ? undefined : value)));
  Object.defineProperty(room, name, { get, enumerable: true, configurable: true });
}

const resourceType = "pulumi-nodejs:dynamic/ivschat:ExistingRoom";

// Pulumi creates outputs only for properties that are passed to the constructor, so all members are passed as undefined.
const outputs = Object.fromEntries(propertyNames.map((name) => [name, undefined]));
