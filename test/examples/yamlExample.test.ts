import { readFileSync } from "node:fs";
import { join } from "node:path";
import { useProject, useProjects } from "../support/project";
import { expectReadmeOutput } from "../support/readmeOutput";
import { arn, useLocalIvsChat } from "../support/service";
import { describeYaml } from "../support/yamlProject";
import { filesOf, followReadme, readmeOf } from "./exampleProject";

const lobby = arn("AbCdEfGhIjKl");

describeYaml("the YAML example", () => {
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
  const project = useProject({ ...filesOf("yaml"), runtime: "yaml", withPackage: true });

  const createProject = useProjects();

  test("tracks a room, and shows drift", async () => {
    const output = await followReadme(project, "yaml");
    expectReadmeOutput(readmeOf("yaml"), "up", output.slice(output.indexOf("Updating (dev)")));
    expect(await project.outputs()).toEqual({ maximumMessageLength: 500, maximumMessageRatePerSecond: 20 });
    await project.expectOk("preview", "--expect-no-changes");

    service.updateRoom(lobby, { maximumMessageLength: 250, tags: { team: "night" } });
    const drift = await project.expectOk("preview", "--diff");
    expectReadmeOutput(readmeOf("yaml"), "drift", drift.output);
  });

  test("of docs/languages.md previews the limits of two rooms", async () => {
    const docs = readFileSync(join(__dirname, "../../docs/languages.md"), "utf8");
    const program = /```yaml\n(name: rooms\n[\s\S]*?)```/.exec(docs)?.[1] ?? "";
    const project = await createProject({
      files: { "Pulumi.yaml": program },
      runtime: "yaml",
      withPackage: true,
      config: { "ivschat:region": "us-east-1" },
    });
    const { ok, output } = await project.pulumi("preview", "--diff");
    expect(ok).toBe(true);
    expect(output).toMatch(/inLobby: 500\n.*onStage: 140/);
  });
});
