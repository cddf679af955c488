import {
  checkLoggingConfigurationArgs,
  type GetLoggingConfigurationArgs,
} from "../arguments/loggingConfiguration";
import { checkRoomArgs, type GetRoomArgs } from "../arguments/room";
import { checkRoomsArgs, type GetRoomsArgs } from "../arguments/rooms";
import type { ConnectionSettings } from "../aws/settings";
import { RoomNotFoundError } from "../errors";
import { parseArn } from "../room/arn";
import type { GetLoggingConfigurationResult } from "../room/loggingConfiguration";
import type { GetRoomResult, GetRoomsResult } from "../room/room";
import { readRooms } from "./findRooms";
import { clientFor, locate } from "./locate";
import { readLoggingConfiguration } from "./readLoggingConfiguration";
import { readRoom } from "./readRoom";
import type { Run } from "./run";

/** The implementation of a function such as getRoom, shared by the Node.js package and the plugin. */
export interface ReadFunction<Args, Result> {
  readonly token: string;
  /** Validates the arguments without making a request. Throws an InvalidRoomIdentifierError. */
  readonly check: (args: object) => void;
  /** Runs the function with valid arguments. Reuses only results of reads that started at `notBefore` (`performance.now()`) or later. */
  readonly read: (args: Args, run: Run, settings: ConnectionSettings, notBefore: number) => Promise<Result>;
}

export const getRoomFunction: ReadFunction<GetRoomArgs, GetRoomResult> = {
  token: "ivschat:index:getRoom",
  check: checkRoomArgs,
  read: async (args, run, settings, notBefore) => {
    const { client, arn } = await locate(run, settings, args, notBefore);
    return readRoom(run, client, arn, notBefore);
  },
};

export const findRoomFunction: ReadFunction<GetRoomArgs, GetRoomResult | undefined> = {
  ...getRoomFunction,
  token: "ivschat:index:findRoom",
  read: async (...args) => {
    try {
      return await getRoomFunction.read(...args);
    } catch (error) {
      if (error instanceof RoomNotFoundError) return undefined;
      throw error;
    }
  },
};

export const getRoomsFunction: ReadFunction<GetRoomsArgs, GetRoomsResult> = {
  token: "ivschat:index:getRooms",
  check: checkRoomsArgs,
  read: async ({ region, profile, assumeRole, endpoint, ...filter }, run, settings, notBefore) => {
    const client = await clientFor(run, settings, { region, profile, assumeRole, endpoint }, "rooms");
    return { rooms: await readRooms(run, client, filter, notBefore) };
  },
};

export const getLoggingConfigurationFunction: ReadFunction<
  GetLoggingConfigurationArgs,
  GetLoggingConfigurationResult
> = {
  token: "ivschat:index:getLoggingConfiguration",
  check: checkLoggingConfigurationArgs,
  read: async ({ identifier, ...connectionArgs }, run, settings, notBefore) => {
    const what = `logging configuration ${identifier}`;
    const arn = parseArn(identifier, "logging-configuration");
    const client = await clientFor(run, settings, connectionArgs, what, arn);
    return readLoggingConfiguration(run, client, identifier, notBefore);
  },
};
