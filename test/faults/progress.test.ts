import { Run, type RunSettings } from "../../src/reading/run";
import { readRoom } from "../../src/reading/readRoom";
import { type Fault, useFaultServers } from "../support/faultServer";
import { error, found, lobby, silence } from "./answers";

const startFaultServer = useFaultServers();

/** Returns the progress lines of rooms that are read one after another. */
async function told(script: readonly Fault[], settings: RunSettings, rooms: number): Promise<string[]> {
  const server = await startFaultServer(script);
  const lines: string[] = [];
  const run = new Run(settings, (line) => lines.push(line.replace("Reading IVS Chat rooms: ", "")));
  const connection = await run.clients.for({ region: "us-east-1", ivschatEndpoint: server.endpoint });
  for (let index = 0; index < rooms; index++)
    await readRoom(run, connection, `${lobby}${index}`).catch(() => undefined);
  return lines;
}

describe("the progress of rooms that are read one after another", () => {
  test("shows the number of the attempt and the error of the previous attempt", async () => {
    const lines = await told([silence], { requestTimeout: 1.5 }, 1);
    expect(lines).toEqual([
      "waiting for the answer to GetRoom, attempt 2 of 3, after TimeoutError: no answer within 1.5 seconds",
      "waiting for the answer to GetRoom, attempt 3 of 3, after TimeoutError: no answer within 1.5 seconds",
    ]);
  });

  test("shows how many rooms were read, but no total", async () => {
    const lines = await told([found], { requestsPerSecond: 2 }, 8);
    expect(lines[0]).toMatch(
      /^\d read, waiting for (the quota of GetRoom requests|the answer to GetRoom, attempt 1 of 10)$/,
    );
  });

  test("says that other clients share the quota after throttled requests", async () => {
    const throttle = error(429, "ThrottlingException", "Rate exceeded");
    const lines = await told([found, throttle], { requestsPerSecond: 1000, readTimeout: 2.5 }, 2);
    expect(lines[0]).toMatch(
      /^1 read, waiting for the quota of GetRoom requests, shared with other clients: throttled \d times$/,
    );
  });
});
