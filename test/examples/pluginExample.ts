import { useProject, type ProjectOptions } from "../support/project";
import { expectReadmeOutput } from "../support/readmeOutput";
import { arn, useLocalIvsChat } from "../support/service";
import { followReadme, readmeOf } from "./exampleProject";

const lobby = arn("AbCdEfGhIjKl");

/** Follows the README of an example that is not in Node.js, and compares the output with the README's. */
export function testPluginExample(example: string, options: ProjectOptions, outputs: object): void {
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
        { name: "stage", maximumMessageLength: 140 },
      ],
    },
  });
  const project = useProject({ withPackage: true, ...options });

  test(
    "tracks a room, and shows drift",
    async () => {
      const output = await followReadme(project, example);
      expectReadmeOutput(readmeOf(example), "up", output.slice(output.indexOf("Updating (dev)")));
      expect(await project.outputs()).toEqual(outputs);
      await project.expectOk("preview", "--expect-no-changes");

      service.updateRoom(lobby, { maximumMessageLength: 250, tags: { team: "night" } });
      const drift = await project.expectOk("preview", "--diff");
      expectReadmeOutput(readmeOf(example), "drift", drift.output);
    },
    // A Go program is compiled first.
    600_000,
  );
}
