import { findRoom, getLoggingConfiguration, getRoom, getRooms } from "../../src";
import type { ExistingRoomProvider } from "../../src/program/existingRoom/dynamicProvider";
import { providerAt, recordedAs, type Checked } from "../support/providerProcess";
import { lobby, logs, room } from "./answers";
import type { Operation } from "./table/row";

/** A way to read, such as a function or an operation of the engine. `read` returns the result, or throws the error that the user sees. */
export interface Face {
  readonly name: string;
  /** The operation with the fault. */
  readonly operation: Operation;
  /** Whether the result is a room as recorded in the state. */
  readonly isRecorded?: boolean;
  /** Whether the result is decoded from protobuf, whose JavaScript library loses a tag named `__proto__`. */
  readonly isEncoded?: boolean;
  /** The result for a missing room, if not the usual error: no value, a removed resource, or an error that the room was deleted. */
  readonly whenMissing?: "is undefined" | "is removed" | "is a deleted room";
  readonly read: (endpoint: string, config: Config) => Promise<unknown>;
}

/** The `ivschat:` configuration of a stack. */
export type Config = Readonly<Record<string, string>>;

const identifier = lobby;
const region = "us-east-1";

/** The functions that a program calls. */
export const functions: readonly Face[] = [
  { name: "getRoom", operation: "GetRoom", read: (endpoint) => getRoom({ identifier, endpoint }) },
  {
    name: "findRoom",
    operation: "GetRoom",
    whenMissing: "is undefined",
    read: (endpoint) => findRoom({ identifier, endpoint }),
  },
  {
    name: "findRoom by name",
    operation: "ListRooms",
    read: (endpoint) => findRoom({ name: "lobby", region, endpoint }),
  },
  {
    name: "getRooms",
    operation: "ListRooms",
    read: async (endpoint) => (await getRooms({ name: "lobby", region, endpoint })).rooms[0],
  },
  {
    name: "getLoggingConfiguration",
    operation: "GetLoggingConfiguration",
    read: (endpoint) => getLoggingConfiguration({ identifier: logs, endpoint }),
  },
];

/** The engine's calls to the provider of an ExistingRoom. */
export const existingRoom: readonly Face[] = [
  {
    name: "ExistingRoom's first preview",
    operation: "GetRoom",
    isRecorded: true,
    read: async (endpoint, config) => checked(await providerAt({ endpoint }, config), {}, { identifier }),
  },
  {
    name: "ExistingRoom's first preview by name",
    operation: "ListRooms",
    isRecorded: true,
    read: async (endpoint, config) => {
      const { connection: _, ...properties } = await checked(
        await providerAt({ endpoint }, config),
        {},
        { __lookup: { name: "lobby" }, connection: { region } },
      );
      return properties;
    },
  },
  {
    name: "ExistingRoom's up",
    operation: "GetRoom",
    isRecorded: true,
    whenMissing: "is a deleted room",
    read: async (endpoint, config) => {
      const olds = recordedAs(room);
      const process = await providerAt({ endpoint }, config);
      return (await process.update(identifier, olds, await checked(process, olds, { identifier })))
        .outs as unknown;
    },
  },
  {
    name: "ExistingRoom's refresh",
    operation: "GetRoom",
    isRecorded: true,
    whenMissing: "is removed",
    read: async (endpoint, config) =>
      (await readAgain(await providerAt({ endpoint }, config), recordedAs(room))).props as unknown,
  },
  {
    name: "ExistingRoom.get",
    operation: "GetRoom",
    isRecorded: true,
    read: async (endpoint, config) =>
      (await readAgain(await providerAt({ endpoint }, config), {})).props as unknown,
  },
];

/** An error of a provider. The engine shows only the message. */
export class ShownByEngine extends Error {}

function readAgain(process: ExistingRoomProvider, recorded: Record<string, unknown>) {
  return process.read(identifier, recorded).catch((error: unknown) => {
    throw new ShownByEngine((error as Error).message);
  });
}

async function checked(
  process: ExistingRoomProvider,
  olds: object,
  news: object,
): Promise<Record<string, unknown>> {
  const { inputs, failures } = (await process.check({ ...olds }, { ...news })) as Checked;
  if (!inputs) throw new ShownByEngine(failures?.[0]?.reason);
  return { ...inputs };
}
