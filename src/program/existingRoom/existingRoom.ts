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
 * A room that exists in Amazon IVS Chat, recorded in the stack and never touched.
 *
 * Every preview and update reads the room (one GetRoom; none for a recorded room that one ListRooms request proves unchanged) and shows
 * what changed since it was recorded, a line for each member; `pulumi up` and `pulumi refresh` record it, and deleting the resource
 * leaves the room alone. In a preview every member is known, so what depends on it is too.
 *
 * Of the resource options, `ignoreChanges` keeps what is recorded of any member, or, where it names an argument, the recorded room;
 * `replaceOnChanges` has no effect, and `import` is refused. A secret `identifier`, `name` or `tags` makes all members secret.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetRoom.html
 *
 * A room that cannot be read fails the preview with the messages of {@link RoomReadError} and the classes below it.
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
   * A room by its ARN as an external resource: read at every preview, update and refresh, and shown as `read` instead of as one of the
   * stack's own. Throws where there is no such room.
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

  /** Whether a value is an ExistingRoom, of this or another copy of the package. */
  static override isInstance(value: unknown): value is ExistingRoom {
    return typeOf(value) === resourceType;
  }

  /** The room's ARN; the resource's `id` is the same, unless the room is secret: an id never is. */
  declare readonly arn: pulumi.Output<string>;
  /** The room's relative identifier: the part of the ARN after `room/`. */
  declare readonly roomId: pulumi.Output<string>;
  /** The room's name; `""` for a room without one. */
  declare readonly name: pulumi.Output<string>;
  /** When the room was created: ISO 8601, UTC, with milliseconds. */
  declare readonly createTime: pulumi.Output<string>;
  /** When the room was last updated: ISO 8601, UTC, with milliseconds. */
  declare readonly updateTime: pulumi.Output<string>;
  /** How long one message may be, in Unicode code points (not bytes): 1 to 500. */
  declare readonly maximumMessageLength: pulumi.Output<number>;
  /** How many messages a second all clients of the room together may send: 1 to 100. */
  declare readonly maximumMessageRatePerSecond: pulumi.Output<number>;
  /** What reviews messages before they are delivered; `{ uri: "", fallbackResult: "ALLOW" }` for a room without a handler. */
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
        `the ExistingRoom ${JSON.stringify(name)} cannot take the option \`import\`, nor does it need one: it reads a room that exists, and ` +
          "never makes one; leave the option out",
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
      // The provider of AWS is one of another package: it says how to reach the room, and does not serve this resource.
      { ...opts, ...(id === undefined ? {} : { id }), provider: undefined },
    );
    // What is no member of the room does not show where the whole resource is exported.
    for (const name of ["identifier", "connection"]) {
      if (name in this) Object.defineProperty(this, name, { enumerable: false });
    }
    if (id === undefined)
      for (const name of ["tags", "messageReviewHandler"] as const) withoutPlaceholder(this, name);
  }

  /** The whole configuration as one plain value, as getRoom returns it: for stack outputs, and for {@link requireRoom} in other stacks. */
  get configuration(): pulumi.Output<GetRoomResult> {
    // Made when it is asked for: an output of outputs costs as much as all the rest of the resource.
    const existing = configurations.get(this);
    if (existing) return existing;
    const configuration = pulumi.output(membersIn(this)) as unknown as pulumi.Output<GetRoomResult>;
    configurations.set(this, configuration);
    return configuration;
  }
}

// Not a member: whoever exports the whole resource exports its members.
const configurations = new WeakMap<ExistingRoom, pulumi.Output<GetRoomResult>>();

// What the engine leaves out of an update (`--target`) and has not recorded has the value that it was given: no value.
function withoutPlaceholder(room: ExistingRoom, name: "tags" | "messageReviewHandler"): void {
  const given = room[name] as pulumi.Output<object | undefined>;
  let once: pulumi.Output<object | undefined> | undefined;
  const get = () => (once ??= given.apply((value) => (isPlaceholder(value) ? undefined : value)));
  Object.defineProperty(room, name, { get, enumerable: true, configurable: true });
}

const resourceType = "pulumi-nodejs:dynamic/ivschat:ExistingRoom";

// Only what the resource names becomes an output of it.
const outputs = Object.fromEntries(propertyNames.map((name) => [name, undefined]));
