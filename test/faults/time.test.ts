import { setTimeout as sleep } from "node:timers/promises";
import { Run } from "../../src/reading/run";
import { startFullQueue } from "../support/faultAcceptQueue";
import { useFaultServers } from "../support/faultServer";
import { endedAfterTest } from "../support/hooks";
import { providerAt, type Checked } from "../support/providerProcess";
import { error, found, lobby, silence } from "./answers";

const startFaultServer = useFaultServers();
const startQueue = endedAfterTest(startFullQueue, (started) => started.stop());

const stage = lobby.replace("Lobby", "Stage");

async function read(provider: Awaited<ReturnType<typeof providerAt>>, identifier = lobby) {
  const begun = performance.now();
  const { inputs, failures } = (await provider.check({}, { identifier })) as Checked;
  return { inputs, reason: failures?.[0]?.reason ?? "", seconds: (performance.now() - begun) / 1000 };
}

describe("a connection", () => {
  test("that cannot be opened times out after 5 seconds by default", async () => {
    const server = await startQueue();
    const { reason, seconds } = await read(await providerAt(server, { "aws:maxRetries": "0" }));
    expect(reason).toMatch(/the request to .* failed \(TimeoutError: .*5000 ms/);
    expect(seconds).toBeGreaterThan(4.9);
    expect(seconds).toBeLessThan(7);
  });

  test("that cannot be opened times out after ivschat:connectTimeout, in each of three attempts", async () => {
    const server = await startQueue();
    const { reason, seconds } = await read(await providerAt(server, { "ivschat:connectTimeout": "0.4" }));
    expect(reason).toMatch(/the request to .* failed \(TimeoutError: .*400 ms/);
    expect(seconds).toBeGreaterThan(1.2);
    expect(seconds).toBeLessThan(4);
  });
});

describe("a request", () => {
  test("times out after 15 seconds by default, and a whole read after 60 seconds", () => {
    const { requestMs, readMs } = new Run({}, () => undefined);
    expect({ requestMs, readMs }).toEqual({ requestMs: 15_000, readMs: 60_000 });
  });

  test("times out after ivschat:requestTimeout, in each of three attempts", async () => {
    const server = await startFaultServer([silence]);
    const { reason, seconds } = await read(await providerAt(server, { "ivschat:requestTimeout": "0.4" }));
    expect(reason).toContain("(TimeoutError: no answer within 0.4 seconds)");
    expect(server.operations).toEqual(["GetRoom", "GetRoom", "GetRoom"]);
    expect(seconds).toBeGreaterThan(1.2);
    expect(seconds).toBeLessThan(4);
  });

  test("may have a time limit above the maximum of setTimeout", async () => {
    const server = await startFaultServer([found]);
    const forever = {
      "ivschat:requestTimeout": "1e9",
      "ivschat:readTimeout": "1e9",
      "ivschat:connectTimeout": "1e9",
    };
    expect((await read(await providerAt(server, forever))).inputs?.arn).toBe(lobby);
    expect(server.operations).toEqual(["GetRoom"]);
  });
});

describe("a whole read", () => {
  test("times out after ivschat:readTimeout, even if attempts are left", async () => {
    const server = await startFaultServer([
      found,
      (exchange) =>
        void sleep(200).then(() => {
          error(500, "InternalServerException", "oops")(exchange);
        }),
    ]);
    const provider = await providerAt(server, { "ivschat:readTimeout": "3" });
    expect((await read(provider, stage)).inputs?.arn).toBe(stage);
    const { reason, seconds } = await read(provider);
    expect(reason).toContain("the service answered 500 InternalServerException: oops");
    expect(seconds).toBeLessThan(6);
    // Ten attempts are allowed, because the service has answered before.
    expect(server.operations.length).toBeLessThan(1 + 10);
    expect(server.operations.length).toBeGreaterThan(1 + 2);
  });

  test("that times out during an attempt reports the error of the previous attempt", async () => {
    const server = await startFaultServer([error(500, "InternalServerException", "oops"), () => undefined]);
    const { reason } = await read(await providerAt(server, { "ivschat:readTimeout": "1" }));
    expect(reason).toContain("the service answered 500 InternalServerException: oops");
    expect(server.operations).toHaveLength(2);
  });

  test("may wait longer than its time limit for the quota", async () => {
    const server = await startFaultServer([found]);
    const provider = await providerAt(server, {
      "ivschat:readTimeout": "0.5",
      "ivschat:requestsPerSecond": "2",
    });
    const arns = ["A", "B", "C", "D", "E"].map((letter) => `${lobby}${letter}`);
    const reads = await Promise.all(arns.map((identifier) => read(provider, identifier)));
    expect(reads.map(({ inputs }) => inputs?.arn)).toEqual(arns);
    expect(reads.at(-1)?.seconds).toBeGreaterThan(1);
  });
});
