import {
  findRoomFunction,
  getLoggingConfigurationFunction,
  getRoomFunction,
  getRoomsFunction,
  type ReadFunction,
} from "../reading/functions";
import type { Run } from "../reading/run";
import type { ConnectionSettings } from "../aws/settings";
import { unknownValue } from "../room/markers";
import { roomMembers } from "../room/room";

/** A function as the engine calls it: results are objects. */
export interface PluginFunction {
  readonly needsArguments: boolean;
  readonly check: (args: object) => void;
  readonly read: (args: object, run: Run, settings: ConnectionSettings, notBefore: number) => Promise<object>;
  /** The result while an argument is unknown. */
  readonly unknown: object;
}

/** The functions of the provider, by their tokens. */
export const functions: ReadonlyMap<string, PluginFunction> = new Map([
  ["ivschat:index:getRoom", plugin(getRoomFunction, (room) => room, unknowns(roomMembers))],
  ["ivschat:index:findRoom", plugin(findRoomFunction, (room) => ({ room }), unknowns(["room"]))],
  [
    "ivschat:index:getRooms",
    { ...plugin(getRoomsFunction, (rooms) => rooms, unknowns(["rooms"])), needsArguments: false },
  ],
  [
    "ivschat:index:getLoggingConfiguration",
    plugin(
      getLoggingConfigurationFunction,
      (logging) => logging,
      unknowns([
        "arn",
        "id",
        "name",
        "createTime",
        "updateTime",
        "state",
        "destinationConfiguration",
        "tags",
      ]),
    ),
  ],
]);

function plugin<Args, Result>(
  { check, read }: ReadFunction<Args, Result>,
  toObject: (result: Result) => object,
  unknown: object,
): PluginFunction {
  return {
    needsArguments: true,
    check,
    // `check` has found them to be these.
    read: async (args, ...rest) => toObject(await read(args as Args, ...rest)),
    unknown,
  };
}

function unknowns(names: readonly string[]): object {
  return Object.fromEntries(names.map((name) => [name, unknownValue]));
}
