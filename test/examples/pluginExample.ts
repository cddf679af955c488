import { readFileSync } from "node:fs";
import { join } from "node:path";
import { useProject, type ProjectOptions } from "../support/project";
import { expectReadmeOutput } from "../support/readmeOutput";
import { arn, useLocalIvsChat } from "../support/service";
import { followReadme, readmeOf } from "./exampleProject";

const lobby = arn("AbCdEfGhIjKl");

// In milliseconds. Long, because a Go program is compiled first.
const timeout = 600_000;

/** Defines a test that follows the README of an example in another language than Node.js, and compares the output with the README's. */
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

  const track = async () => {
    const output = await followReadme(project, example);
    expectReadmeOutput(readmeOf(example), "up", output.slice(output.indexOf("Updating (dev)")));
    expect(await project.outputs()).toEqual(outputs);
    await project.expectOk("preview", "--expect-no-changes");

    service.updateRoom(lobby, { maximumMessageLength: 250, tags: { team: "night" } });
    const drift = await project.expectOk("preview", "--diff");
    expectReadmeOutput(readmeOf(example), "drift", drift.output);
  };
  test("tracks a room, and shows drift", track, timeout);
}

/** Defines a test that previews the program in docs/languages.md whose code block has the given info string. */
export function testDocumentedProgram(
  language: string,
  optionsOf: (program: string) => ProjectOptions,
): void {
  useLocalIvsChat({
    state: {
      rooms: [
        { arn: lobby, maximumMessageLength: 500 },
        { name: "stage", maximumMessageLength: 140 },
      ],
    },
  });
  const docs = readFileSync(join(__dirname, "../../docs/languages.md"), "utf8");
  const [, program = ""] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(docs) ?? [];
  const project = useProject({
    ...optionsOf(program),
    withPackage: true,
    config: { "ivschat:region": "us-east-1" },
  });

  const preview = async () => {
    const { ok, output } = await project.pulumi("preview", "--diff");
    expect(ok).toBe(true);
    expect(output).toMatch(/inLobby: 500\n.*onStage: 140/);
  };
  test("previews the limits of two rooms", preview, timeout);
}
