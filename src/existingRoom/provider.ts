import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../connection/connection";
import { ConnectionProblem } from "../connection/problem";
import { runSettings } from "../connection/runSettings";
import { readSettings, type ConnectionSettings } from "../connection/settings";
import { RoomNotFoundError, RoomReadError } from "../reading/errors";
import { failureOf } from "../reading/failure";
import { locate } from "../reading/locate";
import { readRoom } from "../reading/readRoom";
import { Run } from "../reading/run";
import { changedMembers, isEqual } from "../room/compare";
import type { GetRoomResult } from "../room/room";
import { engineLog } from "./engineLog";
import {
  propertiesOf,
  recordedRoom,
  unknownProperties,
  type ProgramProperties,
  type RecordedConnection,
  type RecordedProperties,
} from "./properties";
import { RecordedRooms } from "./recordedRooms";
import { holdsUnknown, unknownValue } from "./unknown";

/**
 * Reads rooms and records them: `check` reads, so a preview knows every member and shows what changed; `create` and `update` record what
 * `check` found; `read` serves refresh and ExistingRoom.get. There is no `delete`: the room is not this resource's to delete.
 */
export class ExistingRoomProvider implements pulumi.dynamic.ResourceProvider {
  private config: (key: string) => string | undefined = () => undefined;
  private runOnce: Run | undefined;
  private readonly recorded = new Map<Connection, RecordedRooms>();

  /** Stays synchronous: the server does not wait for it before a refresh. */
  configure(req: pulumi.dynamic.ConfigureRequest): Promise<void> {
    this.config = (key) => req.config.get(key);
    return Promise.resolve();
  }

  async check(olds: Properties, news: Properties): Promise<pulumi.dynamic.CheckResult> {
    const { identifier, name, tags, connection } = news as ProgramProperties;
    if (holdsUnknown([identifier, name, tags, connection])) return { inputs: unknownProperties(connection) };
    try {
      const room = await this.readChosen({ identifier, name, tags }, connection, recordedRoom(olds));
      return { inputs: propertiesOf(room, connection) };
    } catch (error) {
      return { failures: [{ property: propertyAtFault(error, news), reason: reasonOf(error) }] };
    }
  }

  diff(_id: pulumi.ID, olds: Properties, news: Properties): Promise<pulumi.dynamic.DiffResult> {
    const isReplaced = olds.arn !== news.arn;
    const room = recordedRoom(news);
    const before = { ...olds, id: olds.roomId };
    const isSame =
      room !== undefined &&
      changedMembers(before, room).length === 0 &&
      isEqual(olds.connection, news.connection) &&
      olds.__provider === news.__provider;
    return Promise.resolve({
      changes: !isSame,
      replaces: isReplaced || news.arn === unknownValue ? ["arn"] : [],
    });
  }

  create(inputs: Properties): Promise<pulumi.dynamic.CreateResult> {
    return Promise.resolve({ id: inputs.arn as string, outs: inputs });
  }

  update(_id: pulumi.ID, _olds: Properties, news: Properties): Promise<pulumi.dynamic.UpdateResult> {
    return Promise.resolve({ outs: news });
  }

  async read(id: pulumi.ID, properties: Properties): Promise<pulumi.dynamic.ReadResult> {
    const { connection } = properties as unknown as RecordedProperties;
    const recorded = recordedRoom(properties);
    try {
      const room = await this.readChosen({ identifier: id }, connection, recorded);
      const props = propertiesOf(room, connection);
      return { id, props, inputs: { ...props } };
    } catch (error) {
      // An empty id takes the resource out of the state. Without a recorded room this is ExistingRoom.get, where the engine would take it
      // for success.
      if (error instanceof RoomNotFoundError && recorded !== undefined) return { id: "", props: {} };
      throw withoutStack(error);
    }
  }

  private async readChosen(
    choice: Omit<ProgramProperties, "connection">,
    connection: RecordedConnection | undefined,
    recorded: GetRoomResult | undefined,
  ): Promise<GetRoomResult> {
    const { provider, ...connectionArgs } = connection ?? {};
    if (provider?.refused !== undefined) throw new ConnectionProblem("setting", provider.refused);
    const run = this.run();
    const located = await locate(run, provider ?? this.stackSettings(), { ...choice, ...connectionArgs });
    if (recorded?.arn !== located.arn || run.settings.readEach) {
      return readRoom(run, located.connection, located.arn);
    }
    const rooms = this.recordedRooms(run, located.connection);
    if (located.summary === undefined) return rooms.read(located.arn, recorded);
    return rooms.unchanged(recorded, located.summary) ?? readRoom(run, located.connection, located.arn);
  }

  private recordedRooms(run: Run, connection: Connection): RecordedRooms {
    const rooms = this.recorded.get(connection) ?? new RecordedRooms(run, connection);
    this.recorded.set(connection, rooms);
    return rooms;
  }

  // A provider's process serves one operation of the engine: one run.
  private run(): Run {
    this.runOnce ??= new Run(
      runSettings((key) => this.config(`ivschat:${key}`)),
      engineLog,
    );
    return this.runOnce;
  }

  private stackSettings(): ConnectionSettings {
    return readSettings((key) => this.config(`aws:${key}`), "the stack's aws: configuration");
  }
}

type Properties = Record<string, unknown>;

function propertyAtFault(error: unknown, news: Properties): string {
  const argument = error instanceof RoomReadError ? error.argument : undefined;
  if (argument !== undefined && argument in news) return argument;
  return ["identifier", "name", "tags"].find((property) => property in news) ?? "identifier";
}

function reasonOf(error: unknown): string {
  return failureOf(error, { what: "the room", region: undefined, action: "ivschat:GetRoom" }).message;
}

// Of whatever `read` throws the server prints text and stack, on top of the message that the engine shows: the name is enough there.
function withoutStack(error: unknown): Error {
  const failure = failureOf(error, { what: "the room", region: undefined, action: "ivschat:GetRoom" });
  failure.stack = "";
  failure.toString = () => failure.name;
  return failure;
}
