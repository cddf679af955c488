import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { FaultServer } from "./faultServer";

// A thread that listens and then blocks, so that the operating system queues connections until the queue is full.
const listener = `
  const { parentPort } = require("node:worker_threads");
  const server = require("node:net").createServer().listen(0, "127.0.0.1", 1, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });
`;

/** Starts a server to which connections time out, as behind a firewall that drops packets. */
export async function startFullQueue(): Promise<FaultServer> {
  const worker = new Worker(listener, { eval: true });
  const port = await new Promise<number>((resolve) => worker.once("message", resolve));
  const sockets: Socket[] = [];
  let isFull = false;
  while (!isFull) {
    const socket = connect(port, "127.0.0.1").on("error", () => undefined);
    sockets.push(socket);
    const connected = new Promise((resolve) =>
      socket.once("connect", () => {
        resolve(true);
      }),
    );
    isFull = (await Promise.race([connected, sleep(300)])) !== true;
  }
  return {
    endpoint: `http://127.0.0.1:${port}`,
    operations: [],
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await worker.terminate();
    },
  };
}
