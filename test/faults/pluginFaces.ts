import type { ServiceError } from "@grpc/grpc-js";
import { PluginClient, type Failure, type Values } from "../support/pluginClient";
import { recordedAs } from "../support/providerProcess";
import { lobby, logs, room } from "./answers";
import { ShownByEngine, type Config, type Face } from "./faces";

const identifier = lobby;
const region = "us-east-1";

/** The functions of the plugin, which the engine calls for programs in any language. */
export const pluginFunctions: readonly Face[] = encoded([
  {
    name: "the plugin's getRoom",
    operation: "GetRoom",
    read: (endpoint, config) =>
      withPlugin({ config }, (plugin) => called(plugin, "getRoom", { identifier, endpoint })),
  },
  {
    name: "the plugin's findRoom by name",
    operation: "ListRooms",
    read: async (endpoint, config) => {
      const args = { name: "lobby", region, endpoint };
      return (await withPlugin({ config }, (plugin) => called(plugin, "findRoom", args))).room;
    },
  },
  {
    name: "the plugin's getRooms",
    operation: "ListRooms",
    read: async (endpoint, config) => {
      const { rooms } = await withPlugin({ config, endpoint }, (plugin) =>
        called(plugin, "getRooms", { name: "lobby", region }),
      );
      return (rooms as unknown[])[0];
    },
  },
  {
    name: "the plugin's getLoggingConfiguration",
    operation: "GetLoggingConfiguration",
    read: (endpoint, config) =>
      withPlugin({ config }, (plugin) =>
        called(plugin, "getLoggingConfiguration", { identifier: logs, endpoint }),
      ),
  },
]);

/** The engine's calls to the plugin for an ExistingRoom. */
export const pluginExistingRoom: readonly Face[] = encoded([
  {
    name: "the plugin's first Check",
    operation: "GetRoom",
    isRecorded: true,
    read: (endpoint, config) => withPlugin({ config, endpoint }, (plugin) => checked(plugin, {})),
  },
  {
    name: "the plugin's Check of a recorded room",
    operation: "GetRoom",
    isRecorded: true,
    whenMissing: "is a deleted room",
    read: (endpoint, config) =>
      withPlugin({ config, endpoint }, (plugin) => checked(plugin, recordedAs(room))),
  },
  {
    name: "the plugin's Read for a refresh",
    operation: "GetRoom",
    isRecorded: true,
    whenMissing: "is removed",
    read: (endpoint, config) =>
      withPlugin({ config, endpoint }, async (plugin) => {
        const { id, properties } = await shown(plugin.read(identifier, recordedAs(room), recordedAs(room)));
        return id === "" ? {} : properties;
      }),
  },
  {
    name: "the plugin's Read for an import",
    operation: "GetRoom",
    isRecorded: true,
    read: (endpoint, config) =>
      withPlugin({ config, endpoint }, async (plugin) => (await shown(plugin.read(identifier))).properties),
  },
]);

function encoded(faces: readonly Face[]): readonly Face[] {
  return faces.map((face) => ({ ...face, isEncoded: true }));
}

/** Reads with a plugin that has the given configuration. Reuses idle plugins, because Configure resets their state. */
async function withPlugin<T>(
  { config, endpoint }: { config: Config; endpoint?: string },
  read: (plugin: PluginClient) => Promise<T>,
): Promise<T> {
  const plugin = idle.pop() ?? (await PluginClient.start());
  try {
    const settings = Object.entries(config).map(
      ([key, value]) => [key.replace("ivschat:", ""), value] as const,
    );
    const endpoints = endpoint === undefined ? {} : { endpoints: [{ ivschat: endpoint }] };
    await shown(plugin.configure({ ...Object.fromEntries(settings), ...endpoints }));
    return await read(plugin);
  } finally {
    idle.push(plugin);
  }
}

const idle: PluginClient[] = [];
afterAll(() => {
  for (const plugin of idle) plugin.close();
});

async function called(plugin: PluginClient, name: string, args: Values): Promise<Values> {
  const { result, failures } = await shown(plugin.invoke(name, args));
  return result ?? failed(failures);
}

async function checked(plugin: PluginClient, olds: Values): Promise<Values> {
  const { inputs, failures } = await shown(plugin.check(olds, { identifier }));
  if (inputs === undefined) return failed(failures);
  const { identifier: _, __lookup: __, ...members } = inputs;
  return members;
}

function failed([failure]: readonly Failure[]): never {
  throw new ShownByEngine(failure?.reason);
}

function shown<T>(call: Promise<T>): Promise<T> {
  return call.catch((error: unknown) => {
    throw new ShownByEngine((error as ServiceError).details);
  });
}
