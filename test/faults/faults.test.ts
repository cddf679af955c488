import * as pulumi from "@pulumi/pulumi";
import selfsigned from "selfsigned";
import { RoomReadError } from "../../src";
import { startFaultServer, startSilentServer, type Fault, type FaultServer } from "../support/faultServer";
import { lobby, logs, right, room } from "./answers";
import { CheckFailed, faces, type Face } from "./faces";
import { table, type Outcome, type Row } from "./table";

const before = { ...process.env };
const seen = new Map<string, { outcome: unknown; requests: number }>();
const keyOf = (row: Row, face: Face) => `${row.fault} / ${face.name}`;
const cases = table.flatMap((row) =>
  faces.filter(({ operation }) => !row.isOfARoom || operation === "GetRoom").map((face) => ({ row, face })),
);

beforeAll(async () => {
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: "AKIDTEST",
    AWS_SECRET_ACCESS_KEY: "s",
    AWS_EC2_METADATA_DISABLED: "true",
  });
  for (const name of [
    "HTTPS_PROXY",
    "HTTP_PROXY",
    "https_proxy",
    "http_proxy",
    "AWS_PROFILE",
    "AWS_CA_BUNDLE",
  ])
    Reflect.deleteProperty(process.env, name);
  const settings = {
    requestTimeout: "0.5",
    connectTimeout: "0.5",
    readTimeout: "2",
    requestsPerSecond: "1000",
  };
  for (const [key, value] of Object.entries(settings)) pulumi.runtime.setConfig(`ivschat:${key}`, value);
  // A few at a time: what takes long is waiting.
  const queue = cases.values();
  await Promise.all(
    Array.from({ length: 24 }, async () => {
      for (const { row, face } of queue) seen.set(keyOf(row, face), await meet(row, face));
    }),
  );
});
afterAll(() => {
  for (const key of ["requestTimeout", "connectTimeout", "readTimeout", "requestsPerSecond"])
    pulumi.runtime.setConfig(`ivschat:${key}`, "");
  Object.assign(process.env, before);
});

describe.each(faces)("$name", (face) => {
  const rows = table.filter((row) => cases.some((one) => one.row === row && one.face === face));
  test.each(rows)("meets $fault", (row) => {
    const { outcome, requests } = seen.get(keyOf(row, face)) ?? {};
    const expected = outcomeFor(row, face);
    if ("value" in expected) expect(outcome).toEqual(expected.value);
    else {
      expect(outcome).toBeInstanceOf(Error);
      const error = outcome as Error;
      expect(error.message).toMatch(expected.message);
      expect(error.message).not.toContain("\n");
      // What a check says is the message alone; elsewhere the class is there for a program to catch.
      if (!(error instanceof CheckFailed)) {
        expect(error).toBeInstanceOf(RoomReadError);
        expect(error.name).toBe(expected.error);
      }
    }
    if (row.requests !== undefined) expect(requests).toBe(row.requests);
  });
});

test("there are at least 40 faults", () => {
  expect(new Set(table.map(({ fault }) => fault)).size).toBeGreaterThanOrEqual(40);
});

/** What a face shows where it differs from what getRoom does. */
function outcomeFor({ fault, outcome }: Row, face: Face): Outcome | { value: unknown } {
  const isRecorded = face.name.startsWith("ExistingRoom") || face.name === "refresh";
  if (fault === "ResourceNotFoundException") {
    if (face.name === "findRoom") return { value: undefined };
    // A listing that is not found does not say that no room has the name.
    if (face.operation === "ListRooms")
      return { error: "RoomReadError", message: /answered 404 ResourceNotFoundException: gone/ };
    // Without properties, and with an empty id, the engine takes it out of the state.
    if (face.name === "refresh") return { value: {} };
  }
  if ("error" in outcome) return outcome;
  if (face.operation === "GetLoggingConfiguration") return { value: expect.objectContaining({ arn: logs }) };
  const expected = { ...result, ...outcome.value };
  if (!isRecorded) return { value: expected };
  const { id, ...members } = expected;
  return { value: { ...members, roomId: id } };
}

const result = {
  ...room,
  createTime: "2026-01-01T00:00:00.000Z",
  updateTime: "2026-02-02T00:00:00.123Z",
  id: lobby.slice(-12),
};

async function meet(row: Row, face: Face): Promise<{ outcome: unknown; requests: number }> {
  const server = await serverOf(row, face.operation);
  try {
    const outcome = await face.read(server.endpoint).catch((error: unknown) => error);
    return {
      outcome,
      requests: server.operations.filter((operation) => operation === face.operation).length,
    };
  } finally {
    await server.stop();
  }
}

/** A server that does what the row says to the requests of one operation, and answers the others as it should be. */
function serverOf({ server, script = [right] }: Row, operation: string): Promise<FaultServer> {
  switch (server) {
    case undefined:
      return startFaultServer([scripted(script, operation)]);
    case "resets connections":
      return startFaultServer([right], { onConnection: (socket) => void socket.resetAndDestroy() });
    case "wrong certificate":
      return startFaultServer([right], { tls: certificate() });
    case "silent":
      return startSilentServer("http");
    case "silent TLS":
      return startSilentServer("https");
    case "none":
      return Promise.resolve(nowhere("http://127.0.0.1:1"));
    case "no such host":
      return Promise.resolve(nowhere("http://no-such-host.invalid"));
  }
}

function scripted(script: readonly Fault[], operation: string): Fault {
  let count = 0;
  return (exchange) => {
    if (exchange.operation === operation) script[Math.min(count++, script.length - 1)]?.(exchange);
    else right(exchange);
  };
}

const nowhere = (endpoint: string): FaultServer => ({
  endpoint,
  operations: [],
  stop: () => Promise.resolve(),
});

let certificateOnce: { key: string; cert: string } | undefined;
function certificate() {
  if (!certificateOnce) {
    const { private: key, cert } = selfsigned.generate([{ name: "commonName", value: "elsewhere.example" }], {
      keySize: 2048,
    });
    certificateOnce = { key, cert };
  }
  return certificateOnce;
}
