import { gzipSync } from "node:zlib";
import type { Exchange, Fault } from "../support/faultServer";

export const lobby = "arn:aws:ivschat:us-east-1:123456789012:room/LobbyLobby12";
export const logs = "arn:aws:ivschat:us-east-1:123456789012:logging-configuration/ChatLogs0001";

export const room = {
  arn: lobby,
  id: "LobbyLobby12",
  name: "lobby",
  createTime: "2026-01-01T00:00:00Z",
  updateTime: "2026-02-02T00:00:00.123Z",
  maximumMessageLength: 400,
  maximumMessageRatePerSecond: 7,
  messageReviewHandler: { uri: "", fallbackResult: "ALLOW" },
  tags: { team: "live" },
  loggingConfigurationIdentifiers: [logs],
};

const { maximumMessageLength: _length, maximumMessageRatePerSecond: _rate, ...members } = room;

export const summary = members;

const loggingConfiguration = {
  arn: logs,
  id: "ChatLogs0001",
  name: "logs",
  createTime: "2026-01-01T00:00:00Z",
  updateTime: "2026-01-01T00:00:00Z",
  destinationConfiguration: { s3: { bucketName: "chat-logs" } },
  state: "ACTIVE",
  tags: {},
};

export function rightAnswer({ operation }: Exchange): object {
  if (operation === "ListRooms") return { rooms: [summary] };
  return operation === "GetRoom" ? room : loggingConfiguration;
}

export const json = { "content-type": "application/json" };

/** Sends the correct response. */
export const right: Fault = (exchange) => {
  answer(200, (of) => rightAnswer(of))(exchange);
};

/** Sends a room with the requested ARN. */
export const found: Fault = (exchange) => {
  const { identifier = "" } = exchange.body;
  answer(200, { ...room, arn: identifier, id: identifier.split("/")[1] })(exchange);
};

/** Returns a fault that sends a status, a body (an object as JSON, a string or buffer unchanged), and headers. */
export function answer(
  status: number,
  body: string | Buffer | object | ((exchange: Exchange) => string | object),
  headers: Record<string, string> = json,
): Fault {
  return (exchange) => {
    const content = typeof body === "function" ? (body as (of: Exchange) => string | object)(exchange) : body;
    exchange.response.writeHead(status, headers);
    exchange.response.end(
      typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content),
    );
  };
}

/** Returns a fault that sends an error in the same format as the service. */
export const error = (status: number, name: string, message: string, members: object = {}): Fault =>
  answer(
    status,
    { message, ...members },
    { ...json, "x-amzn-errortype": name, "x-amzn-requestid": "request-1" },
  );

/** Returns a fault that sends a room with changed members for GetRoom, and the correct response for other operations. */
export const roomWith = (members: Record<string, unknown>): Fault =>
  answer(200, (of) => (of.operation === "GetRoom" ? { ...room, ...members } : rightAnswer(of)));

/** Returns a fault that sends a logging configuration with changed members. */
export const loggingConfigurationWith = (members: Record<string, unknown>): Fault =>
  answer(200, { ...loggingConfiguration, ...members });

/** Returns a fault that sends the first half of the correct response, and then calls `then`, which can end the connection. */
export function half(then: (exchange: Exchange) => void): Fault {
  return (exchange) => {
    const text = JSON.stringify(rightAnswer(exchange));
    exchange.response.writeHead(200, { ...json, "content-length": String(text.length) });
    exchange.response.write(text.slice(0, text.length / 2), () => {
      setTimeout(() => {
        then(exchange);
      }, 10);
    });
  };
}

/** Returns a fault that sends the correct response slowly: `bytes` bytes every `everyMs` milliseconds. */
export function trickle(bytes: number, everyMs: number): Fault {
  return (exchange) => {
    const text = JSON.stringify(rightAnswer(exchange));
    exchange.response.writeHead(200, { ...json, "content-length": String(text.length) });
    let sent = 0;
    const timer = setInterval(() => {
      exchange.response.write(text.slice(sent, (sent += bytes)));
      if (sent >= text.length) {
        clearInterval(timer);
        exchange.response.end();
      }
    }, everyMs);
    exchange.socket.once("close", () => {
      clearInterval(timer);
    });
  };
}

/** Sends a body of 100 MB, or less if the client closes the connection. */
export const huge: Fault = ({ response, socket }) => {
  response.writeHead(200, json);
  const chunk = Buffer.alloc(1024 * 1024, " ");
  let left = 100;
  const more = () => {
    while (left > 0 && !socket.destroyed) {
      left -= 1;
      if (!response.write(chunk)) {
        response.once("drain", more);
        return;
      }
    }
    response.end();
  };
  more();
};

export const zipped: Fault = (exchange) => {
  const body = gzipSync(JSON.stringify(rightAnswer(exchange)));
  answer(200, body, { ...json, "content-encoding": "gzip" })(exchange);
};

export const reset: Fault = ({ socket }) => {
  socket.resetAndDestroy();
};

export const close: Fault = ({ socket }) => {
  socket.destroy();
};

export const silence: Fault = () => undefined;
