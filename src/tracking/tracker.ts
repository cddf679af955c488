import type { ServiceClient } from "../aws/clients";
import { ConnectionProblem } from "../aws/problem";
import type { ConnectionSettings } from "../aws/settings";
import { checkRoomArgs } from "../arguments/room";
import { RoomNotFoundError } from "../errors";
import { locate } from "../reading/locate";
import { readRoom } from "../reading/readRoom";
import type { Run } from "../reading/run";
import type { GetRoomResult } from "../room/room";
import { propertyAtFault, reasonFor } from "./failure";
import { isSelectionIgnored, withIgnored } from "./ignored";
import {
  isRoomSecret,
  propertiesOf,
  recordedRoom,
  unknownProperties,
  type Lookup,
  type Properties,
  type ProgramProperties,
  type RecordedConnection,
  type RecordedProperties,
} from "./properties";
import { RecordedRooms } from "./recordedRooms";
import { isConnectionUnknown, knownSettings } from "./recordedSettings";
import { secretProperties } from "./secrets";
import { holdsUnknown } from "./unknown";

/** What a check finds: the inputs to record, or why there are none and which property is at fault (`""`: none of the program's). */
export type Checked =
  | { readonly inputs: Properties }
  | { readonly failures: { readonly property: string; readonly reason: string }[] };

/** What a refresh finds; an empty id for a room that does not exist any more. */
export interface Refreshed {
  readonly id: string;
  readonly props: Properties;
  readonly inputs?: Properties;
}

/** Reads the rooms that a stack tracks, for one operation of the engine. */
export class Tracker {
  private runOnce: Run | undefined;
  private readonly recorded = new Map<ServiceClient, RecordedRooms>();

  /** Both throw a ConnectionProblem for wrong configuration, which fails each read. */
  constructor(
    private readonly makeRun: () => Run,
    private readonly stackSettings: () => ConnectionSettings,
  ) {}

  /** Reads the room that a program names, so that a preview knows every member of it. */
  async check(olds: Properties, news: Properties): Promise<Checked> {
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
      // Changes are ignored only for the room that is recorded.
      const inputs = room.arn === recorded?.arn ? withIgnored(read, program) : read;
      return { inputs: isSecret ? secretProperties(inputs) : { ...inputs } };
    } catch (error) {
      const values: Properties = { ...named, ...connection };
      const secretValues = secrets.map((name) => values[name]);
      const reason = reasonFor(error, connection, { secretValues, isRoomSecret: isSecret, recorded, choice });
      return { failures: [{ property: propertyAtFault(error, news), reason }] };
    }
  }

  /** Reads a recorded room, or one that a program reads by its id alone. Throws an Error with the reason. */
  async refresh(id: string, properties: Properties): Promise<Refreshed> {
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
      // Without a recorded room this is ExistingRoom.get, where the engine takes an empty id for success.
      if (error instanceof RoomNotFoundError && recorded !== undefined) return { id: "", props: {} };
      const secretValues = __secret ? [identifier] : [];
      const reason = reasonFor(error, connection, { secretValues, isRoomSecret: __secret === true });
      throw new Error(reason, { cause: error });
    }
  }

  private async readChosen(
    choice: Omit<Lookup, "secrets">,
    connection: RecordedConnection | undefined,
    olds: Properties,
  ): Promise<GetRoomResult> {
    const { provider, ...connectionArgs } = connection ?? {};
    if (provider?.refused !== undefined) throw new ConnectionProblem("setting", provider.refused);
    // Members whose changes are ignored are not recorded as they were read, and prove nothing.
    const recorded = olds.__ignored === undefined ? recordedRoom(olds) : undefined;
    const run = (this.runOnce ??= this.makeRun());
    const settings = provider ? knownSettings(provider) : this.stackSettings();
    const args = { ...choice, ...connectionArgs };
    checkRoomArgs(args);
    const { client, arn, summary } = await locate(run, settings, args);
    if (recorded?.arn !== arn || run.settings.readEach) return readRoom(run, client, arn);
    const rooms = this.recordedRooms(run, client);
    if (summary === undefined) return rooms.read(arn, recorded);
    return rooms.unchanged(recorded, summary) ?? readRoom(run, client, arn);
  }

  private recordedRooms(run: Run, client: ServiceClient): RecordedRooms {
    const rooms = this.recorded.get(client) ?? new RecordedRooms(run, client);
    this.recorded.set(client, rooms);
    return rooms;
  }
}
