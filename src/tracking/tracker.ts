import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../aws/clients";
import { ConnectionProblem } from "../aws/problem";
import { runSettings } from "../reading/runSettings";
import { readSettings, type ConnectionSettings } from "../aws/settings";
import { RoomNotFoundError, RoomReadError } from "../errors";
import { failureOf } from "../reading/failure";
import { locate } from "../reading/locate";
import { readRoom } from "../reading/readRoom";
import { Run } from "../reading/run";
import { withoutArns, withoutSecrets } from "../reading/withoutSecrets";
import { changedMembers, isEqual } from "../room/compare";
import type { GetRoomResult } from "../room/room";
import { isConnectionUnknown, knownSettings } from "./recordedSettings";
import { engineLog } from "../program/pulumi/engineLog";
import { isSelectionIgnored, withIgnored } from "./ignored";
import { printedOnce } from "../program/pulumi/printedOnce";
import {
  isRoomSecret,
  propertiesOf,
  propertyNames,
  recordedRoom,
  unknownProperties,
  type Lookup,
  type ProgramProperties,
  type RecordedConnection,
  type RecordedProperties,
} from "./properties";
import { RecordedRooms } from "./recordedRooms";
import { hiddenId, secretValue } from "./secrets";
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
    const recorded = recordedRoom(olds);
    const program = news as ProgramProperties;
    const { __lookup: lookup = { identifier: program.identifier }, connection } = program;
    // The program ignores changes of everything.
    if (program.identifier === undefined && program.__lookup === undefined && recorded)
      return { inputs: { ...olds } };
    const { secrets = [], ...named } = lookup;
    const isSecret = isRoomSecret(lookup);
    const choice = recorded && isSelectionIgnored(program) ? { identifier: recorded.arn } : named;
    if (holdsUnknown(choice) || isConnectionUnknown(connection, choice)) {
      return { inputs: unknownProperties(connection) };
    }
    try {
      const room = await this.readChosen(choice, connection, olds);
      const read = propertiesOf(room, connection);
      // What is recorded of another room is nothing to stay with.
      const inputs = room.arn === recorded?.arn ? withIgnored(read, program) : read;
      return { inputs: isSecret ? secretProperties(inputs) : { ...inputs } };
    } catch (error) {
      const reason =
        recorded && error instanceof RoomNotFoundError ? goneSince(error, recorded, choice) : reasonOf(error);
      const hidden = secretsOf({ ...named, ...connection }, secrets, connection);
      return {
        failures: [{ property: propertyAtFault(error, news), reason: told(reason, hidden, isSecret) }],
      };
    }
  }

  diff(id: pulumi.ID, olds: Properties, news: Properties): Promise<pulumi.dynamic.DiffResult> {
    const room = recordedRoom(news);
    const before = { ...olds, id: olds.roomId };
    // An id is the ARN, unless that is secret.
    const isReplaced = olds.arn !== news.arn || (room !== undefined && id !== idOf(news));
    const isSame =
      room !== undefined &&
      !isReplaced &&
      changedMembers(before, room).length === 0 &&
      isEqual(olds.connection, news.connection) &&
      olds.__provider === news.__provider;
    return Promise.resolve({
      changes: !isSame,
      replaces: isReplaced || news.arn === unknownValue ? ["arn"] : [],
    });
  }

  create(inputs: Properties): Promise<pulumi.dynamic.CreateResult> {
    return Promise.resolve({ id: idOf(inputs), outs: inputs });
  }

  update(_id: pulumi.ID, _olds: Properties, news: Properties): Promise<pulumi.dynamic.UpdateResult> {
    return Promise.resolve({ outs: news });
  }

  async read(id: pulumi.ID, properties: Properties): Promise<pulumi.dynamic.ReadResult> {
    const { connection, __secret, __external } = properties as unknown as RecordedProperties;
    const recorded = recordedRoom(properties);
    const identifier = recorded?.arn ?? (properties.identifier as string | undefined) ?? id;
    try {
      const room = await this.readChosen({ identifier }, connection, properties);
      const read = propertiesOf(room, connection);
      const props = { ...(__secret ? secretProperties(read) : read), ...(__external ? { __external } : {}) };
      // The inputs of ExistingRoom.get are what the program gives, and stay so.
      return { id, props, ...(__external ? {} : { inputs: { ...props } }) };
    } catch (error) {
      // An empty id takes the resource out of the state. Without a recorded room this is ExistingRoom.get, where the engine would take it
      // for success.
      if (error instanceof RoomNotFoundError && recorded !== undefined) return { id: "", props: {} };
      const hidden = [...(__secret ? [identifier] : []), ...secretsOf({}, [], connection)];
      throw printedOnce(told(reasonOf(error), hidden, __secret === true), error);
    }
  }

  private async readChosen(
    choice: Omit<Lookup, "secrets">,
    connection: RecordedConnection | undefined,
    olds: Properties,
  ): Promise<GetRoomResult> {
    const { provider, ...connectionArgs } = connection ?? {};
    if (provider?.refused !== undefined) throw new ConnectionProblem("setting", provider.refused);
    // What is recorded otherwise than it was read proves nothing.
    const recorded = olds.__ignored === undefined ? recordedRoom(olds) : undefined;
    const run = this.run();
    const located = await locate(run, provider ? knownSettings(provider) : this.stackSettings(), {
      ...choice,
      ...connectionArgs,
    });
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

// The property that the failure names with its value; without one of the program's own, the reason tells all.
function propertyAtFault(error: unknown, news: Properties): string {
  const argument = error instanceof RoomReadError ? error.argument : undefined;
  return (argument === undefined || argument === "identifier") && "identifier" in news ? "identifier" : "";
}

function reasonOf(error: unknown): string {
  return failureOf(error, { what: "the room", region: undefined, action: "ivschat:GetRoom" }).message;
}

// A room that was recorded and cannot be found any more: the ARN was right once.
function goneSince(error: RoomNotFoundError, { arn }: GetRoomResult, { identifier }: Lookup): string {
  const remedy =
    "`pulumi refresh` takes a room that is gone out of the state; then take it out of the program too, or name another room";
  if (identifier === undefined) return `${error.message}; this stack has recorded ${arn}: ${remedy}`;
  if (identifier !== arn) return error.message;
  const request = error.requestId === undefined ? "" : ` (request ${error.requestId})`;
  return (
    `cannot read room ${arn} in ${error.region}: there is no such room any more (${error.code}); it was there when this stack ` +
    `recorded it, and has been deleted since; ${remedy}${request}`
  );
}

// A message to show, without what is secret.
function told(message: string, secrets: readonly unknown[], isRoomSecret: boolean): string {
  const text = withoutSecrets(message, secrets);
  return isRoomSecret ? withoutArns(text) : text;
}

function secretsOf(
  args: Readonly<Record<string, unknown>>,
  names: readonly string[],
  connection: RecordedConnection | undefined,
): unknown[] {
  const provider = connection?.provider;
  return [...names.map((name) => args[name]), ...(provider?.secrets ?? []).map((name) => provider?.[name])];
}

function secretProperties(properties: RecordedProperties): Record<string, unknown> {
  const members = propertyNames.map((name) => [name, secretValue(properties[name])] as const);
  return { ...properties, ...Object.fromEntries(members), __secret: true };
}

function idOf({ arn, __secret }: Properties): string {
  return __secret ? hiddenId(arn as string) : (arn as string);
}
