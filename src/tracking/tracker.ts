import type { ServiceClient } from "../aws/clients";
import { ConnectionProblem } from "../aws/problem";
import type { ConnectionSettings } from "../aws/settings";
import { checkRoomArgs } from "../arguments/room";
import type { CallArguments } from "../arguments/secretArguments";
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

/** The result of a check: the inputs to record, or the failures. `property` is the input that caused a failure, or `""` for none. */
export type Checked =
  | { readonly inputs: Properties }
  | { readonly failures: { readonly property: string; readonly reason: string }[] };

/** The result of a refresh. `id` is empty if the room no longer exists. */
export interface Refreshed {
  readonly id: string;
  readonly props: Properties;
  readonly inputs?: Properties;
}

/** The provider logic of ExistingRoom, independent of Pulumi's SDK. Use a new instance for each operation of the engine. */
export class Tracker {
  private runOnce: Run | undefined;
  private readonly recorded = new Map<ServiceClient, RecordedRooms>();

  /** `makeRun` and `stackSettings` throw a ConnectionProblem if the configuration is invalid. */
  constructor(
    private readonly makeRun: () => Run,
    private readonly stackSettings: () => ConnectionSettings,
  ) {}

  /** Reads the selected room and returns its members as the resource's inputs. They are therefore known in a preview. */
  async check(olds: Properties, news: Properties): Promise<Checked> {
    const recorded = recordedRoom(olds);
    const program = news as ProgramProperties;
    const { __lookup: lookup = { identifier: program.identifier }, connection } = program;
    // If `ignoreChanges` contains all arguments, the engine passes none of them, so the recorded inputs are kept.
    if (program.identifier === undefined && program.__lookup === undefined && recorded)
      return { inputs: { ...olds } };
    const { secrets = [], ...named } = lookup;
    const isSecret = isRoomSecret(lookup);
    const choice = recorded && isSelectionIgnored(program) ? { identifier: recorded.arn } : named;
    if (holdsUnknown(choice) || isConnectionUnknown(connection, choice)) {
      return { inputs: unknownProperties(connection) };
    }
    const call = { values: { ...named, ...connection }, secrets };
    try {
      const room = await this.readChosen(choice, connection, olds, call);
      const read = propertiesOf(room, connection);
      // If a different room is selected, its members must not be mixed with the recorded ones.
      const inputs = room.arn === recorded?.arn ? withIgnored(read, program) : read;
      return { inputs: isSecret ? secretProperties(inputs) : { ...inputs } };
    } catch (error) {
      const reason = reasonFor(error, connection, { call, recorded, choice });
      return { failures: [{ property: propertyAtFault(error, news), reason }] };
    }
  }

  /** Reads the recorded room for a refresh, or the room of ExistingRoom.get. Error messages contain no secrets. */
  async refresh(id: string, properties: Properties): Promise<Refreshed> {
    const { connection, __secret, __external } = properties as unknown as RecordedProperties;
    const recorded = recordedRoom(properties);
    const identifier = recorded?.arn ?? (properties.identifier as string | undefined) ?? id;
    const call = { values: { identifier }, secrets: __secret ? ["identifier"] : [] };
    try {
      const room = await this.readChosen({ identifier }, connection, properties, call);
      const read = propertiesOf(room, connection);
      const props = { ...(__secret ? secretProperties(read) : read), ...(__external ? { __external } : {}) };
      // The inputs of ExistingRoom.get come from the program, so a read must not replace them.
      return { id, props, ...(__external ? {} : { inputs: { ...props } }) };
    } catch (error) {
      // An empty ID means that the recorded room was deleted. If no room was recorded, as in ExistingRoom.get, the read must fail, because
      // the engine treats an empty ID as success.
      if (error instanceof RoomNotFoundError && recorded !== undefined) return { id: "", props: {} };
      throw new Error(reasonFor(error, connection, { call }), { cause: error });
    }
  }

  private async readChosen(
    choice: Omit<Lookup, "secrets">,
    connection: RecordedConnection | undefined,
    olds: Properties,
    call: CallArguments,
  ): Promise<GetRoomResult> {
    const { provider, ...connectionArgs } = connection ?? {};
    if (provider?.problem !== undefined) throw new ConnectionProblem("setting", provider.problem);
    // If `ignoreChanges` kept some values, the recorded room is outdated, so it cannot be compared with the room in ListRooms.
    const recorded = olds.__ignored === undefined ? recordedRoom(olds) : undefined;
    const run = (this.runOnce ??= this.makeRun());
    run.secrets.add(call);
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
