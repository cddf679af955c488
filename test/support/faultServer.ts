import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from "node:net";
import { endedAfterTest } from "./hooks";

/** A request to a fault server. */
export interface Exchange {
  readonly operation: string;
  readonly body: { readonly identifier?: string; readonly name?: string; readonly nextToken?: string };
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly socket: Socket;
}

/** Handles a request, for example with an error response or by closing the connection. */
export type Fault = (exchange: Exchange) => void;

export interface FaultServer {
  readonly endpoint: string;
  /** The operations that were requested, in order. */
  readonly operations: string[];
  stop(): Promise<void>;
}

/** Starts a server on the loopback interface. The script contains the fault for each request. The last fault is repeated. */
export async function startFaultServer(
  script: readonly Fault[],
  {
    tls,
    onConnection,
  }: { tls?: { key: string; cert: string }; onConnection?: (socket: Socket) => void } = {},
): Promise<FaultServer> {
  const operations: string[] = [];
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    void bodyOf(request).then((body) => {
      const operation = (request.url ?? "").slice(1);
      const fault = script[Math.min(operations.length, script.length - 1)];
      operations.push(operation);
      fault?.({ operation, body, request, response, socket: request.socket });
    });
  };
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => sockets.add(socket.on("error", () => undefined));
  server.on("connection", (socket: Socket) => {
    keep(socket);
    onConnection?.(socket);
  });
  const port = await listen(server);
  return {
    endpoint: `${tls ? "https" : "http"}://127.0.0.1:${port}`,
    operations,
    stop: () => stop(server, sockets),
  };
}

/** Returns a version of startFaultServer whose servers are stopped after each test. */
export const useFaultServers = () => endedAfterTest(startFaultServer, (server) => server.stop());

/** Starts a server that accepts connections and never responds. */
export async function startSilentServer(scheme: "http" | "https"): Promise<FaultServer> {
  const server = await startRawServer(() => undefined);
  return { ...server, endpoint: server.endpoint.replace("http", scheme) };
}

/** Starts a server that calls `answer` for each TCP connection. */
export async function startRawServer(answer: (socket: Socket) => unknown): Promise<FaultServer> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket.on("error", () => undefined));
    answer(socket);
  });
  const port = await listen(server);
  return { endpoint: `http://127.0.0.1:${port}`, operations: [], stop: () => stop(server, sockets) };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

async function stop(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
}

async function bodyOf(request: IncomingMessage): Promise<Exchange["body"]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString() || "{}") as Exchange["body"];
}
