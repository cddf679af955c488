import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import * as ivschat from "../../src";
import { engineOfTheFile } from "../support/engineOfTheFile";
import { expectReadmeOutput } from "../support/readmeOutput";
import { arn, startService } from "../support/service";

const lobby = arn("AbCdEfGhIjKl");
const examples = join(__dirname, "..", "..", "examples");
const engine = engineOfTheFile();
let service: Awaited<ReturnType<typeof startService>>;

beforeEach(async () => {
  service = await startService({
    state: {
      rooms: [
        {
          arn: lobby,
          createTime: "2026-03-02T09:30:00.000Z",
          name: "lobby",
          maximumMessageLength: 500,
          maximumMessageRatePerSecond: 20,
          tags: { team: "live" },
        },
      ],
    },
  });
});
afterEach(() => service.stop());

/** The program of an example, run anew each time; what it exports are the stack's outputs. */
const programOf = (example: string) => () => {
  let exported: Record<string, unknown> = {};
  jest.isolateModules(() => {
    // Anew is only the example: the engine's run is the one that this copy of Pulumi knows.
    jest.doMock("@pulumi/pulumi", () => pulumi);
    jest.doMock("pulumi-ivschat", () => ivschat);
    exported = { ...jest.requireActual<Record<string, unknown>>(join(examples, example, "index.ts")) };
  });
  return Promise.resolve(exported);
};

const readme = (example: string) => join(examples, example, "README.md");

test("read-room exports what its room is", async () => {
  const stack = await engine.stack({
    project: "read-room",
    name: "dev",
    program: programOf("read-room"),
    config: { roomArn: lobby },
  });
  const { outputs, output } = await stack.up();
  expect(outputs).toMatchObject({
    name: { value: "lobby" },
    maximumMessageLength: { value: 500 },
    maximumMessageRatePerSecond: { value: 20 },
    isReviewed: { value: false },
    tags: { value: { team: "live" } },
  });
  expectReadmeOutput(readme("read-room"), "up", output);
});

test("track-room shows drift, and its gate fails on it", async () => {
  const program = programOf("track-room");
  const stack = await engine.stack({
    project: "track-room",
    name: "dev",
    program,
    config: { roomArn: lobby },
  });
  await stack.up();
  expect((await stack.preview({ expectNoChanges: true })).ok).toBe(true);
  service.updateRoom(lobby, { maximumMessageLength: 250, tags: { team: "night" } });
  expectReadmeOutput(readme("track-room"), "drift", (await stack.preview({ diff: true })).output);
  const gate = await stack.preview({ expectNoChanges: true });
  expect(gate.ok).toBe(false);
  expectReadmeOutput(readme("track-room"), "gate", gate.output + gate.errorOutput);
});

test("share-limits hands a room's limits from stack to stack", async () => {
  const rooms = await engine.stack({
    project: "rooms",
    name: "dev",
    program: programOf("share-limits/rooms"),
    config: { roomArn: lobby },
  });
  await rooms.up();
  const consumer = await engine.stack({
    project: "consumer",
    name: "dev",
    program: programOf("share-limits/consumer"),
    config: { roomsStack: rooms.fullName },
  });
  const { outputs, output } = await consumer.up();
  expect(outputs).toMatchObject({ longestMessage: { value: 500 }, messagesPerMinute: { value: 1200 } });
  expectReadmeOutput(readme("share-limits"), "consumer", output);
});
