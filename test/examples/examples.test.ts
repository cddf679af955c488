import { type Project, useProjects } from "../support/project";
import { expectReadmeOutput } from "../support/readmeOutput";
import { arn, useLocalIvsChat } from "../support/service";
import { filesOf, followReadme, readmeOf } from "./exampleProject";

const lobby = arn("AbCdEfGhIjKl");
const service = useLocalIvsChat({
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
const createProject = useProjects();
const example = (name: string, beside?: Project) => createProject({ ...filesOf(name), beside });

test("read-room exports the room's members", async () => {
  const project = await example("read-room");
  const output = await followReadme(project, "read-room");
  expectReadmeOutput(readmeOf("read-room"), "up", withoutPreview(output));
  expect(await project.outputs()).toEqual({
    name: "lobby",
    maximumMessageLength: 500,
    maximumMessageRatePerSecond: 20,
    isReviewed: false,
    tags: { team: "live" },
  });
});

test("track-room shows drift, and its preview with --expect-no-changes fails", async () => {
  const project = await example("track-room");
  await followReadme(project, "track-room");
  await project.expectOk("preview", "--expect-no-changes");

  service.updateRoom(lobby, { maximumMessageLength: 250, tags: { team: "night" } });
  const { output } = await project.expectOk("preview", "--diff");
  expectReadmeOutput(readmeOf("track-room"), "drift", output);
  const gate = await project.pulumi("preview", "--expect-no-changes");
  expect(gate.ok).toBe(false);
  expectReadmeOutput(readmeOf("track-room"), "gate", gate.output);
});

test("share-limits passes a room's limits from one stack to another", async () => {
  const rooms = await example("share-limits/rooms");
  await followReadme(rooms, "share-limits/rooms");
  const consumer = await example("share-limits/consumer", rooms);
  const output = await followReadme(consumer, "share-limits/consumer");
  expectReadmeOutput(readmeOf("share-limits"), "consumer", withoutPreview(output));
  expect(await consumer.outputs()).toEqual({ longestMessage: 500, messagesPerMinute: 1200 });

  await consumer.expectOk("config", "set", "roomsStack", "acme/rooms/dev");
  const { output: refused } = await consumer.pulumi("preview");
  expect(refused).toContain("organization name must be 'organization'");
});

/** Returns the part of `pulumi up`'s output that is about the update. */
const withoutPreview = (output: string) => output.slice(output.indexOf("Updating (dev):"));
