import * as pulumi from "@pulumi/pulumi";
import { RoomReadError } from "../../src";
import { ShownByEngine, type Face } from "./faces";
import { outcomeFor } from "./outcomes";
import { open } from "./places";
import { table } from "./table";
import type { Row } from "./table/row";
import { troubleOf } from "./troubleshooting";

/** One way of reading (a face) with one fault, and the result. */
export interface Meeting {
  readonly face: Face;
  readonly row: Row;
  outcome?: unknown;
  requests?: number;
}

/** Reads in each way with each fault, and compares the results with the table. */
export function describeFaults(faces: readonly Face[]): readonly Meeting[] {
  const meetings = faces.flatMap((face) =>
    table
      .filter(({ only = face.operation }) => only === face.operation)
      .map((row): Meeting => ({ face, row })),
  );
  const long = { requestTimeout: "10", readTimeout: "60" };
  beforeAll(async () => {
    // These load what the others need, so that a time limit holds for the reads alone.
    const first = meetings.filter(({ row }) => row === table[0]);
    await meetAll(first, long, 8);
    // The slow ones only wait, so they run all at once, before those that keep the machine busy.
    const slow = meetings.filter(({ row }) => row.isSlow);
    await meetAll(slow, { requestTimeout: "1", readTimeout: "5" }, Infinity);
    await meetAll(
      meetings.filter((meeting) => !first.includes(meeting) && !slow.includes(meeting)),
      long,
      8,
    );
    // It takes long on a machine that is busy with other things.
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
    // A check failure is only a message; elsewhere a program can catch the class.
    if (!(error instanceof ShownByEngine)) {
      expect(error).toBeInstanceOf(RoomReadError);
      expect(error.name).toBe(expected.error);
    }
  }
  if (row.requests !== undefined) expect(requests).toBe(row.requests);
}
