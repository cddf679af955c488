import type { AddressInfo } from "node:net";
import { callers as holders } from "../serviceEnvironment";
import { updateRoom } from "./operations";
import { Quota } from "./quota";
import { RequestLog, type RequestEntry } from "./requestLog";
import { makeServer } from "./server";
import { defaultAccount, State, type Caller, type RoomChanges, type RoomSeed, type StateSeed } from "./state";
import { readStateFile } from "./stateFile";
import { roomOnWire } from "./wire";

export type { RequestEntry } from "./requestLog";
export type { Caller, RoomSeed, StateSeed } from "./state";

export interface LocalIvsChatOptions {
  /** The port to listen on. The default is 0, which selects a free port. */
  readonly port?: number;
  readonly state?: StateSeed;
  readonly stateFile?: string;
  /**
   * Callers by access key ID, in addition to the callers in the state. The default is the caller in serviceEnvironment. If no caller has a
   * secret, every well-formed signature is accepted.
   */
  readonly callers?: Readonly<Record<string, Caller>>;
  /** The region of the endpoint. By default, the server accepts all regions, and the region in the signature is used. */
  readonly region?: string;
  readonly latencyMs?: number;
  /** Whether to throttle requests that exceed the published quotas. An object can set one quota for all operations, and the clock. */
  readonly quota?: boolean | { readonly requestsPerSecond?: number; readonly seconds?: () => number };
  readonly logFile?: string;
}

/** A running local IVS Chat server. The methods that change its state send no requests and add nothing to the log. */
export interface LocalIvsChat {
  readonly endpoint: string;
  readonly port: number;
  readonly requests: readonly RequestEntry[];
  clearRequests(): void;
  putRoom(seed: RoomSeed): string;
  /** Changes a room and its update time, like UpdateRoom. Can also change the tags. */
  updateRoom(arn: string, changes: RoomChanges): void;
  /** Changes the tags of a room but not its update time, like TagResource. */
  setTags(arn: string, tags: Readonly<Record<string, string>>): void;
  deleteRoom(arn: string): void;
  room(arn: string): object | undefined;
  rooms(): object[];
  /** Sets the caller for an access key ID. Replaces an existing caller. */
  setCaller(accessKeyId: string, caller: Caller): void;
  /** Sets the actions that are denied to a caller. */
  setDenied(accessKeyId: string, actions: readonly string[]): void;
  setLatency(milliseconds: number): void;
  close(): Promise<void>;
}

/** Starts a server on the loopback interface that simulates the control plane of Amazon IVS Chat. */
export async function startLocalIvsChat(options: LocalIvsChatOptions = {}): Promise<LocalIvsChat> {
  const { port = 0, stateFile, latencyMs = 0, quota = false, logFile, region } = options;
  const state = new State(options.state ?? (stateFile === undefined ? {} : readStateFile(stateFile)));
  const { callers } = state;
  for (const [accessKeyId, caller] of Object.entries(options.callers ?? holders))
    callers.set(accessKeyId, caller);
  const log = new RequestLog(logFile);
  const rates = quota === false ? undefined : new Quota(quota === true ? {} : quota);
  const surroundings = { state, log, quota: rates, region, latencyMs };
  const server = makeServer(surroundings);
  await server.listen({ host: "127.0.0.1", port });
  const address = server.server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    port: address.port,
    requests: log.entries,
    clearRequests: () => void log.entries.splice(0),
    putRoom: (seed) => state.putRoom(seed).arn,
    updateRoom: (arn, changes) => void updateRoom(state, arn, changes),
    setTags: (arn, tags) => {
      const room = state.rooms.get(arn);
      if (room) room.tags = new Map(Object.entries(tags));
    },
    deleteRoom: (arn) => void state.rooms.delete(arn),
    room: (arn) => {
      const room = state.rooms.get(arn);
      return room && roomOnWire(room);
    },
    rooms: () => state.rooms.all().map((room) => roomOnWire(room)),
    setCaller: (accessKeyId, caller) => void callers.set(accessKeyId, caller),
    setDenied: (accessKeyId, deny) => {
      callers.set(accessKeyId, { account: defaultAccount, ...callers.get(accessKeyId), deny });
    },
    setLatency: (milliseconds) => {
      surroundings.latencyMs = milliseconds;
    },
    close: () => server.close(),
  };
}
