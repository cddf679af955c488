import {
  findRoomFunction,
  getLoggingConfigurationFunction,
  getRoomFunction,
  getRoomsFunction,
  type ReadFunction,
} from "../reading/functions";
import { lookupArguments } from "../arguments/room";
import type { Run } from "../reading/run";
import type { ConnectionSettings } from "../aws/settings";

/** A function that the plugin offers to the engine, which requires every result to be an object. */
export interface PluginFunction {
  readonly token: string;
  /** The arguments of which at least one is required. Empty if no argument is required. */
  readonly oneOf: readonly string[];
  readonly check: (args: object) => void;
  readonly read: (args: object, run: Run, settings: ConnectionSettings, notBefore: number) => Promise<object>;
}

/** The provider's functions by token. */
export const functions: ReadonlyMap<string, PluginFunction> = new Map(
  [
    plugin(getRoomFunction, lookupArguments, (room) => room),
    plugin(findRoomFunction, lookupArguments, (room) => ({ room })),
    plugin(getRoomsFunction, [], (rooms) => rooms),
    plugin(getLoggingConfigurationFunction, ["identifier"], (logging) => logging),
  ].map((fn) => [fn.token, fn]),
);

function plugin<Args, Result>(
  { token, check, read }: ReadFunction<Args, Result>,
  oneOf: readonly string[],
  toObject: (result: Result) => object,
): PluginFunction {
  return {
    token,
    oneOf,
    check,
    // The cast is safe, because `check` has validated the arguments.
    read: async (args, ...rest) => toObject(await read(args as Args, ...rest)),
  };
}
