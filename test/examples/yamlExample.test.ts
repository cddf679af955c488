import { useProject } from "../support/project";
import { expectReadmeOutput } from "../support/readmeOutput";
import { arn, useLocalIvsChat } from "../support/service";
import { describeYaml } from "../support/yamlProject";
import { filesOf, followReadme, readmeOf } from "./exampleProject";

const lobby = arn("AbCdEfGhIjKl");

describeYaml("the example in YAML", () => {
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
  const project = useProject({ ...filesOf("yaml"), runtime: "yaml", withPackage: true });

  test("tracks a room, and shows drift", async () => {
    const output = await followReadme(project, "yaml");
    expectReadmeOutput(readmeOf("yaml"), "up", output.slice(output.indexOf("Updating (dev)")));
    expect(await project.outputs()).toEqual({ maximumMessageLength: 500, maximumMessageRatePerSecond: 20 });
    await project.expectOk("preview", "--expect-no-changes");

    service.updateRoom(lobby, { maximumMessageLength: 250, tags: { team: "night" } });
    const drift = await project.expectOk("preview", "--diff");
    expectReadmeOutput(readmeOf("yaml"), "drift", drift.output);
  });
});
