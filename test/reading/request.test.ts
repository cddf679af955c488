import {
  AccessDeniedError,
  CredentialsError,
  IncompleteRoomError,
  RoomReadError,
  ThrottledError,
} from "../../src";
import type { ConnectionSettings } from "../../src/aws/settings";
import { readRoom } from "../../src/reading/readRoom";
import { Run, type RunSettings } from "../../src/reading/run";
import { answer, error as serviceError, found, lobby, right, roomWith, silence } from "../faults/answers";
import { startRawServer, useFaultServers, type Fault } from "../support/faultServer";

const serverWith = useFaultServers();
const broken = serviceError(500, "InternalServerException", "on fire");
const throttled = serviceError(429, "ThrottlingException", "slow down");
const page = answer(200, "<html>");
const times = (count: number, fault: Fault) => Array<Fault>(count).fill(fault);
const other = (index: number) => `arn:aws:ivschat:us-east-1:123456789012:room/Other${index}`;

/** Starts a server that gives these answers. Returns a function that reads a room, and the requests that the server has received. */
async function reader(
  script: readonly Fault[],
  settings: RunSettings = {},
  connection: ConnectionSettings = {},
) {
  const server = await serverWith(script);
  const { read, waits, client, run } = await readerOf(server.endpoint, settings, connection);
  return { read, waits, client, run, requests: server.operations };
}

async function readerOf(endpoint: string, settings: RunSettings = {}, connection: ConnectionSettings = {}) {
  const run = new Run({ requestsPerSecond: 1000, ...settings }, () => undefined);
  const client = await run.clients.for({ region: "us-east-1", ivschatEndpoint: endpoint, ...connection });
  // The progress texts: what each request is waiting for.
  const waits: string[] = [];
  const watch = run.progress.watch.bind(run.progress);
  jest.spyOn(run.progress, "watch").mockImplementation((request) =>
    watch((waitFor) =>
      request((what) => {
        waits.push(what);
        waitFor(what);
      }),
    ),
  );
  const read = (arn = lobby) => readRoom(run, client, arn).catch((error: unknown) => error);
  return { read, waits, client, run };
}

describe("a server's temporary error", () => {
  test("is retried until the server answers", async () => {
    const { read, requests } = await reader([broken, broken, right]);
    expect(await read()).toMatchObject({ arn: lobby });
    expect(requests).toHaveLength(3);
  });

  test("is retried twice on a server that has never worked", async () => {
    const { read, requests } = await reader([broken]);
    const error = await read();
    expect(error).toBeInstanceOf(RoomReadError);
    expect(error).toMatchObject({ code: "InternalServerException" });
    expect(requests).toHaveLength(3);
  });

  test("is retried more often on a server that has worked", async () => {
    const { read, requests } = await reader([found, ...times(4, broken), found]);
    await read(other(1));
    expect(await read(other(2))).toMatchObject({ arn: other(2) });
    expect(requests).toHaveLength(6);
  });

  test("is retried more often on a server that has throttled a request", async () => {
    const { read, requests } = await reader([throttled, ...times(4, broken), right]);
    expect(await read()).toMatchObject({ arn: lobby });
    expect(requests).toHaveLength(6);
  });

  test.each([0, 1, 4])("is retried maxRetries times if maxRetries is %i", async (maxRetries) => {
    const { read, requests } = await reader([broken], {}, { maxRetries });
    expect(await read()).toBeInstanceOf(RoomReadError);
    expect(requests).toHaveLength(maxRetries + 1);
  });

  test("is retried after pauses of at least 50 and 100 ms", async () => {
    const { read } = await reader([broken, broken, right]);
    const startedAt = performance.now();
    await read();
    // The pauses are random: 50 to 100 ms, then 100 to 200 ms.
    expect(performance.now() - startedAt).toBeGreaterThan(145);
  });

  test("is not retried if the time limit of the read leaves no time for the pause", async () => {
    const { read, requests } = await reader([broken], { readTimeout: 1 }, { maxRetries: 20 });
    expect(await read()).toMatchObject({ code: "InternalServerException" });
    expect(requests.length).toBeLessThan(8);
  });
});

describe("a malformed answer", () => {
  test.each([
    ["is not JSON", page],
    ["is of another room", roomWith({ arn: other(1), id: "Other1" })],
  ])("that %s is requested once more", async (_what, fault) => {
    const { read, requests } = await reader([fault, right]);
    expect(await read()).toMatchObject({ arn: lobby });
    expect(requests).toHaveLength(2);
  });

  test("of another room causes an error after the second request", async () => {
    const { read, requests } = await reader([roomWith({ arn: other(1), id: "Other1" })]);
    const error = await read();
    expect(error).toBeInstanceOf(IncompleteRoomError);
    expect((error as Error).message).toContain(`arn is "${other(1)}"; expected ${lobby}, the requested ARN`);
    expect(requests).toHaveLength(2);
  });

  test("does not use up the retries of temporary errors", async () => {
    const { read, requests } = await reader([page, broken, broken, right]);
    expect(await read()).toMatchObject({ arn: lobby });
    expect(requests).toHaveLength(4);
  });
});

test("a denied read is not retried", async () => {
  const { read, requests } = await reader([serviceError(403, "AccessDeniedException", "no")]);
  const error = await read();
  expect(error).toBeInstanceOf(AccessDeniedError);
  expect((error as Error).message).toMatch(/^cannot read room arn:.* grant ivschat:GetRoom/);
  expect(requests).toEqual(["GetRoom"]);
});

test("a read without credentials makes no request", async () => {
  const { read, requests } = await reader([right], {}, { profile: "nobody" });
  expect(await read()).toBeInstanceOf(CredentialsError);
  expect(requests).toEqual([]);
});

describe("a throttled request", () => {
  test("is sent again, without using up the retries", async () => {
    const { read, requests } = await reader([...times(3, throttled), right], {}, { maxRetries: 0 });
    expect(await read()).toMatchObject({ arn: lobby });
    expect(requests).toHaveLength(4);
  });

  test("fails if the service accepts no request for the time limit of a read", async () => {
    const { read, requests } = await reader([throttled], { readTimeout: 1 });
    const startedAt = performance.now();
    const error = await read();
    expect(error).toBeInstanceOf(ThrottledError);
    expect(performance.now() - startedAt).toBeGreaterThan(1000);
    expect(requests.length).toBeGreaterThan(1);
  });
});

describe("a time limit", () => {
  test("for a request ends each of three attempts", async () => {
    const { read, requests } = await reader([silence], { requestTimeout: 0.1 });
    const error = await read();
    expect((error as Error).message).toContain("no answer within 0.1 seconds");
    expect(requests).toHaveLength(3);
  });

  test("for a read ends a later attempt, and the previous attempt's error is reported", async () => {
    const { read, requests } = await reader([broken, silence], { readTimeout: 1.5 });
    expect(await read()).toMatchObject({ code: "InternalServerException" });
    expect(requests).toHaveLength(2);
  });

  test("for a read ends the first attempt with an error that contains the limit", async () => {
    const { read, requests } = await reader([silence], { readTimeout: 0.2 });
    expect(((await read()) as Error).message).toContain("no answer within 0.2 seconds");
    expect(requests).toHaveLength(1);
  });

  test("for a request is reported, not the previous attempt's error, if the last attempt ends at this limit", async () => {
    const { read } = await reader(
      [broken, silence],
      { requestTimeout: 1, readTimeout: 3 },
      { maxRetries: 1 },
    );
    expect(((await read()) as Error).message).toContain("no answer within 1 seconds");
  });
});

describe("a server that cannot be reached", () => {
  async function countingServer() {
    const connections: number[] = [];
    const server = await startRawServer((socket) => {
      connections.push(Date.now());
      socket.destroy();
    });
    return { server, connections, ...(await readerOf(server.endpoint)) };
  }

  test("is not tried again for other rooms, which fail with their own message", async () => {
    const { server, connections, read } = await countingServer();
    const errors = [await read(other(1)), await read(other(2))] as Error[];
    await server.stop();
    expect(connections).toHaveLength(3);
    expect(errors[0]?.message).toContain(other(1));
    expect(errors[1]?.message).toContain(other(2));
    expect(errors[1]?.message.replace(other(2), other(1))).toBe(errors[0]?.message);
  });

  test("is tried again if the server has answered before", async () => {
    const { read, requests } = await reader(
      [found, ...times(2, ({ socket }) => socket.destroy()), found],
      {},
      { maxRetries: 0 },
    );
    await read(other(1));
    expect(await read(other(2))).toBeInstanceOf(RoomReadError);
    expect(await read(other(3))).toBeInstanceOf(RoomReadError);
    expect(await read(other(4))).toMatchObject({ arn: other(4) });
    expect(requests).toHaveLength(4);
  });

  test("is not assumed after an error response, and other rooms are still read", async () => {
    const { read, requests } = await reader([broken, found], {}, { maxRetries: 0 });
    expect(await read(other(1))).toBeInstanceOf(RoomReadError);
    expect(await read(other(2))).toMatchObject({ arn: other(2) });
    expect(requests).toHaveLength(2);
  });

  test("also fails the reads that are waiting for the quota", async () => {
    const { server, connections, read } = await countingServer();
    const errors = await Promise.all(Array.from({ length: 1500 }, (_, index) => read(other(index))));
    await server.stop();
    expect(errors.every((error) => error instanceof RoomReadError)).toBe(true);
    expect(connections.length).toBeLessThan(1500);
  });
});

describe("the progress of a request says that it waits for", () => {
  test("the credentials, the quota and the answer", async () => {
    const { read, waits } = await reader([right]);
    await read();
    expect(waits).toEqual([
      "credentials",
      "the quota of GetRoom requests",
      "the answer to GetRoom, attempt 1 of 3",
    ]);
  });

  test("a retry, with the number of the attempt and the error of the previous attempt", async () => {
    const { read, waits } = await reader([broken, right]);
    await read();
    const attempt = "attempt 2 of 3, after InternalServerException: on fire";
    expect(waits.slice(3)).toEqual([
      `a retry of GetRoom, ${attempt}`,
      "the quota of GetRoom requests",
      `the answer to GetRoom, ${attempt}`,
    ]);
  });

  test("the code of a network error", async () => {
    const { read, waits } = await reader([({ socket }) => socket.destroy(), right]);
    await read();
    expect(waits.at(-1)).toMatch(/^the answer to GetRoom, attempt 2 of 3, after ECONNRESET: /);
  });

  test("the quota that other clients use too, after throttled requests", async () => {
    const { read, waits } = await reader([throttled, throttled, right]);
    await read();
    const shared = "the quota of GetRoom requests, shared with other clients: throttled";
    expect(waits.filter((what) => what.includes("quota"))).toEqual([
      "the quota of GetRoom requests",
      `${shared} once`,
      `${shared} 2 times`,
    ]);
  });
});
