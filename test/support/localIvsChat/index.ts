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
  /** 0, which is the default, takes a free one. */
  readonly port?: number;
  readonly state?: StateSeed;
  readonly stateFile?: string;
  /**
   * By access key, beside those of the state; left out, whoever has serviceEnvironment's keys. Where nobody has a secret, every well-formed
   * signature is taken.
   */
  readonly callers?: Readonly<Record<string, Caller>>;
  /** The one region whose endpoint this is. Left out, it is every region's, and the signature tells which is asked. */
  readonly region?: string;
  readonly latencyMs?: number;
  /** Whether requests beyond the published rates are refused; or beyond this rate, for each operation, by a clock of the test's own. */
  readonly quota?: boolean | { readonly requestsPerSecond?: number; readonly seconds?: () => number };
  readonly logFile?: string;
}

/** A running local IVS Chat. What is done to its state here is no request and in no log. */
export interface LocalIvsChat {
  readonly endpoint: string;
  readonly port: number;
  readonly requests: readonly RequestEntry[];
  clearRequests(): void;
  putRoom(seed: RoomSeed): string;
  /** Changes a room as UpdateRoom does, its update time with it; its tags too. */
  updateRoom(arn: string, changes: RoomChanges): void;
  /** Changes a room's tags as TagResource does: the update time stays. */
  setTags(arn: string, tags: Readonly<Record<string, string>>): void;
  deleteRoom(arn: string): void;
  room(arn: string): object | undefined;
  rooms(): object[];
  /** Makes an access key known. */
  setCaller(accessKeyId: string, caller: Caller): void;
  /** Takes actions from a caller. */
  setDenied(accessKeyId: string, actions: readonly string[]): void;
  setLatency(milliseconds: number): void;
  close(): Promise<void>;
}

/** Starts a server on the loopback interface that answers as Amazon IVS Chat's control plane does. */
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
