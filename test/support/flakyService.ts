import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { notFound, ServiceError } from "./localIvsChat/errors";
import { verifySignature, type Secret } from "./localIvsChat/signature";
import { callers } from "./serviceEnvironment";

/** Starts a service that returns every room, and fails random requests with 500, 503, 429, a connection reset, or a long delay. */
export async function startFlakyService({ failing, stallMs }: { failing: number; stallMs: number }) {
  const kinds = ["500", "503", "429", "reset", "stall"] as const;
  const faults: Record<string, number> = {};
  let seed = 1;
  // Returns a pseudo-random number from 0 to 1. The seed is fixed, so that every run has the same sequence of faults.
  const chance = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (data: Buffer) => chunks.push(data));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const answer = async () => {
        const { status, name, answered } = await answerOf(request, body);
        response.writeHead(status, { "content-type": "application/json", "x-amzn-errortype": name });
        response.end(JSON.stringify(answered));
      };
      if (chance() >= failing) {
        void answer();
        return;
      }
      const kind = kinds[Math.floor(chance() * kinds.length)] ?? "500";
      faults[kind] = (faults[kind] ?? 0) + 1;
      if (kind === "reset") request.socket.resetAndDestroy();
      else if (kind === "stall") setTimeout(() => void answer(), stallMs);
      else {
        const name = {
          500: "InternalServerException",
          503: "ServiceUnavailable",
          429: "ThrottlingException",
        }[kind];
        response.writeHead(Number(kind), { "x-amzn-errortype": name, "content-type": "application/json" });
        response.end(JSON.stringify({ message: "by chance" }));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

async function answerOf({ method = "", url = "", headers }: IncomingMessage, body: Buffer) {
  const { identifier } = JSON.parse(body.toString()) as { identifier?: string };
  try {
    const { region } = await verifySignature(
      { method, url, headers, body },
      { service: "ivschat", secretOf },
    );
    if (identifier !== undefined && identifier.split(":")[3] !== region) throw notFound(identifier);
    return { status: 200, name: "", answered: identifier === undefined ? { rooms: [] } : roomOf(identifier) };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { status: error.status, name: error.name, answered: error.members };
  }
}

function secretOf(accessKeyId: string): Secret | undefined {
  const { secretAccessKey } = callers[accessKeyId] ?? {};
  return secretAccessKey === undefined ? undefined : { secretAccessKey };
}

function roomOf(identifier: string) {
  return {
    arn: identifier,
    id: identifier.split("/").at(-1),
    name: "room",
    createTime: "2026-01-01T00:00:00Z",
    updateTime: "2026-01-01T00:00:00Z",
    maximumMessageLength: 500,
    maximumMessageRatePerSecond: 10,
  };
}
