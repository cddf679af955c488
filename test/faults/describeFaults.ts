import * as pulumi from "@pulumi/pulumi";
import { RoomReadError } from "../../src";
import { ShownByEngine, type Face } from "./faces";
import { outcomeFor } from "./outcomes";
import { open } from "./places";
import { table } from "./table";
import type { Row } from "./table/row";
import { troubleOf } from "./troubleshooting";

/** A read by one face with one fault, and the result. */
export interface Meeting {
  readonly face: Face;
  readonly row: Row;
  outcome?: unknown;
  requests?: number;
}

/** Describes tests in which each face reads with each fault, and which compare the results with the table. Returns the results. */
export function describeFaults(faces: readonly Face[]): readonly Meeting[] {
  const meetings = faces.flatMap((face) =>
    table
      .filter(({ only = face.operation }) => only === face.operation)
      .map((row): Meeting => ({ face, row })),
  );
  const long = { requestTimeout: "10", readTimeout: "60" };
  beforeAll(async () => {
    // These reads load all modules, so that the time limits of the other reads do not include loading.
    const first = meetings.filter(({ row }) => row === table[0]);
    await meetAll(first, long, 8);
    // Slow reads only wait for timeouts, so all of them run concurrently, before the reads that use the CPU.
    const slow = meetings.filter(({ row }) => row.isSlow);
    await meetAll(slow, { requestTimeout: "1", readTimeout: "5" }, Infinity);
    await meetAll(
      meetings.filter((meeting) => !first.includes(meeting) && !slow.includes(meeting)),
      long,
      8,
    );
    // In milliseconds. Long, because the machine may be busy.
  }, 300_000);
  describe.each(faces)("$name", (face) => {
    test.each(meetings.filter((meeting) => meeting.face === face))(
      "returns the expected value or error for the fault: $row.fault",
      expectOutcome,
    );
  });
  return meetings;
}

async function meetAll(
  meetings: readonly Meeting[],
  limits: Record<string, string>,
  atATime: number,
): Promise<void> {
  const config = Object.entries({ ...limits, requestsPerSecond: "1000" }).map(
    ([key, value]) => [`ivschat:${key}`, value] as const,
  );
  for (const [key, value] of config) pulumi.runtime.setConfig(key, value);
  const queue = meetings.values();
  const worker = async () => {
    for (const meeting of queue) await meet(meeting, Object.fromEntries(config));
  };
  await Promise.all(Array.from({ length: Math.min(atATime, meetings.length) }, worker));
  for (const [key] of config) pulumi.runtime.setConfig(key, "");
}

async function meet(meeting: Meeting, config: Readonly<Record<string, string>>): Promise<void> {
  const { face, row } = meeting;
  const server = await open(row, face.operation);
  try {
    meeting.outcome = await face.read(server.endpoint, config).catch((error: unknown) => error);
    meeting.requests = server.operations.filter((operation) => operation === face.operation).length;
  } finally {
    await server.stop();
  }
}

function expectOutcome({ face, row, outcome, requests }: Meeting): void {
  const expected = outcomeFor(row, face);
  if ("value" in expected) expect(outcome).toEqual(expected.value);
  else {
    expect(outcome).toBeInstanceOf(Error);
    const error = outcome as Error;
    expect(error.message).toMatch(expected.message);
    // One line of readable length, without control characters.
    expect(error.message).not.toMatch(/\p{C}/u);
    expect(error.message.length).toBeLessThan(1000);
    expect(troubleOf(error.message)).toBeDefined();
    // The engine shows only the message of a provider's error. The error of a function has a class, which a program can catch.
    if (!(error instanceof ShownByEngine)) {
      expect(error).toBeInstanceOf(RoomReadError);
      expect(error.name).toBe(expected.error);
    }
  }
  if (row.requests !== undefined) expect(requests).toBe(row.requests);
}
