import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A service that knows every room, and fails some requests: 500, 503, 429, a reset or a stall, by chance. */
export async function startFlakyService({ failing, stallMs }: { failing: number; stallMs: number }) {
  const kinds = ["500", "503", "429", "reset", "stall"] as const;
  const faults: Record<string, number> = {};
  let answers = 0;
  let seed = 1;
  // The same faults in each run.
  const chance = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (data: Buffer) => (body += data.toString()));
    request.on("end", () => {
      const answer = () => {
        answers += 1;
        response.setHeader("content-type", "application/json");
        const { identifier } = JSON.parse(body) as { identifier?: string };
        response.end(JSON.stringify(identifier === undefined ? { rooms: [] } : roomOf(identifier)));
      };
      if (chance() >= failing) {
        answer();
        return;
      }
      const kind = kinds[Math.floor(chance() * kinds.length)] ?? "500";
      faults[kind] = (faults[kind] ?? 0) + 1;
      if (kind === "reset") request.socket.resetAndDestroy();
      else if (kind === "stall") setTimeout(answer, stallMs);
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
    answers: () => answers,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
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
