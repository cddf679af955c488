import { findRoom, getLoggingConfiguration, getRoom, getRooms } from "../../src";
import { providerProcess, recordedAs, type Checked } from "../support/providerProcess";
import { lobby, logs, room } from "./answers";

/** One way that a user meets a read; it gives what was read, or throws what the user sees. */
export interface Face {
  readonly name: string;
  /** The operation that the fault happens to. */
  readonly operation: "GetRoom" | "ListRooms" | "GetLoggingConfiguration";
  readonly read: (endpoint: string) => Promise<unknown>;
}

const identifier = lobby;
const config = (endpoint: string) => ({
  "aws:endpoints": JSON.stringify([{ ivschat: endpoint }]),
  "ivschat:requestTimeout": "0.5",
  "ivschat:connectTimeout": "0.5",
  "ivschat:readTimeout": "2",
  "ivschat:requestsPerSecond": "1000",
});

/** A failed check, as the engine shows it: the provider's own class of error is no more than the text by then. */
export class CheckFailed extends Error {}

async function checked(endpoint: string, olds: object = {}): Promise<Record<string, unknown>> {
  const provider = await providerProcess(config(endpoint));
  const { inputs, failures } = (await provider.check({ ...olds }, { identifier })) as Checked;
  if (!inputs) throw new CheckFailed(failures?.[0]?.reason);
  return { ...inputs };
}

export const faces: readonly Face[] = [
  { name: "getRoom", operation: "GetRoom", read: (endpoint) => getRoom({ identifier, endpoint }) },
  { name: "findRoom", operation: "GetRoom", read: (endpoint) => findRoom({ identifier, endpoint }) },
  {
    name: "findRoom by name",
    operation: "ListRooms",
    read: (endpoint) => findRoom({ name: "lobby", region: "us-east-1", endpoint }),
  },
  {
    name: "getRooms",
    operation: "ListRooms",
    read: async (endpoint) => (await getRooms({ region: "us-east-1", endpoint })).rooms[0],
  },
  {
    name: "getLoggingConfiguration",
    operation: "GetLoggingConfiguration",
    read: (endpoint) => getLoggingConfiguration({ identifier: logs, endpoint }),
  },
  { name: "ExistingRoom's preview", operation: "GetRoom", read: (endpoint) => checked(endpoint) },
  {
    name: "ExistingRoom's up",
    operation: "GetRoom",
    read: async (endpoint) => {
      const inputs = await checked(endpoint, recordedAs(room));
      const provider = await providerProcess(config(endpoint));
      return (await provider.update(identifier, {}, inputs)).outs;
    },
  },
  {
    name: "refresh",
    operation: "GetRoom",
    read: async (endpoint) =>
      (await (await providerProcess(config(endpoint))).read(identifier, recordedAs(room))).props,
  },
  {
    name: "ExistingRoom.get",
    operation: "GetRoom",
    read: async (endpoint) => (await (await providerProcess(config(endpoint))).read(identifier, {})).props,
  },
];
