import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { parseArgs } from "node:util";
import {
  IvschatClient,
  ListRoomsCommand,
  TagResourceCommand,
  UpdateRoomCommand,
} from "@aws-sdk/client-ivschat";
import { engineEnvironment } from "../test/support/engineEnvironment";
import { startLocalIvsChat } from "../test/support/localIvsChat";
import { createProject, type Project, type ProjectOptions } from "../test/support/project";
import { serviceEnvironment } from "../test/support/serviceEnvironment";
import { pathWithEngine } from "./enginePath";
import { showsDrift, showsTheLobbyInYaml, showsTheRoom, showsTheStage } from "./demo/checks";
import { Steps } from "./demo/steps";

const lobby = "arn:aws:ivschat:us-east-1:123456789012:room/LobbyRoom001";
const missing = "arn:aws:ivschat:us-east-1:123456789012:room/NoSuchRoom09";

/** Runs the main use cases with the Pulumi CLI and a local IVS Chat server. Exits with code 0 only if every step succeeds. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { keep: { type: "boolean", default: false } } });
  const begun = performance.now();
  process.env.PATH = pathWithEngine();
  const service = await startLocalIvsChat({ stateFile: join(__dirname, "demo", "state.json") });
  const env = serviceEnvironment(service);
  Object.assign(process.env, env);
  Reflect.deleteProperty(process.env, "AWS_PROFILE");
  const projects: Project[] = [];
  const open = async (
    name: string,
    options: Partial<ProjectOptions>,
    program = "index.ts",
  ): Promise<Project> => {
    const files = { [program]: readFileSync(join(__dirname, "demo", name, program), "utf8") };
    const project = await createProject({ name, files, env, beside: projects[0], ...options });
    projects.push(project);
    return project;
  };
  const client = new IvschatClient({ region: "us-east-1" });
  try {
    const steps = new Steps(service);
    say(
      `A local IVS Chat server runs at ${service.endpoint}. It has rooms in two regions, which Pulumi does not manage.`,
    );
    const rooms = await open("rooms", { config: { lobbyArn: lobby }, packages: ["@pulumi/aws"] });

    steps.title("The first preview shows every member of the room");
    steps.cat(rooms, "index.ts");
    await steps.pulumi(rooms, "preview --diff", showsTheRoom);

    steps.title("The update records the room; the next preview shows no change");
    await steps.pulumi(rooms, "up --skip-preview");
    await steps.pulumi(rooms, "preview --expect-no-changes");

    steps.title(
      "A limit, the review handler, and a tag are changed with the AWS SDK; the next preview shows the changes",
    );
    await changeTheLobby(client);
    await steps.pulumi(rooms, "preview --diff", showsDrift);

    steps.title("In a pipeline, the drift gate fails");
    await steps.pulumi(
      rooms,
      "preview --expect-no-changes",
      ({ ok, output }) => !ok && output.includes("no changes were expected"),
    );

    steps.title(
      "A refresh records the room's current configuration; the update changes the resource that depends on it",
    );
    await steps.pulumi(rooms, "refresh --skip-preview", ({ output }) => output.includes("~ 1 updated"));
    await steps.pulumi(rooms, "up --skip-preview", ({ output }) => output.includes("~ 1 updated"));

    steps.title("Another stack uses the room's limits");
    const bot = await open("bot", {});
    steps.cat(bot, "index.ts");
    await steps.pulumi(bot, "up --skip-preview", ({ output }) => output.includes("longestMessage: 250"));

    steps.title("A room is found by its name, in the region of an explicit aws.Provider");
    const stage = await open("stage", { packages: ["@pulumi/aws"] });
    steps.cat(stage, "index.ts");
    await steps.pulumi(stage, "preview", showsTheStage);
    await steps.pulumi(stage, "up --skip-preview", showsTheStage);
    await steps.pulumi(stage, "preview --expect-no-changes");

    if (hasYaml()) {
      steps.title("A YAML program reads the same room with the provider plugin");
      const config = { "ivschat:region": "us-east-1" };
      const yaml = await open("yaml", { runtime: "yaml", config, withPackage: true }, "Pulumi.yaml");
      steps.cat(yaml, "Pulumi.yaml");
      await steps.pulumi(yaml, "up --skip-preview", showsTheLobbyInYaml);
    } else say("The step with a YAML program is skipped, because there is no language host for YAML.");

    steps.title("A room that does not exist causes an error that says what to do");
    await steps.pulumi(
      rooms,
      `preview --config lobbyArn=${missing}`,
      ({ ok, output }) => !ok && output.includes("there is no such room"),
    );
    await rooms.expectOk("config", "set", "lobbyArn", lobby);
    if (values.keep) {
      await keep(rooms, env);
      return;
    }
    steps.title("Destroying the stacks deletes no room");
    for (const project of [...projects].reverse()) await steps.pulumi(project, "destroy --skip-preview");
    for (const [region, count] of [
      ["us-east-1", 2],
      ["eu-west-1", 1],
    ] as const) {
      const { rooms: left = [] } = await new IvschatClient({ region }).send(new ListRoomsCommand({}));
      say(`Rooms in ${region}: ${left.map(({ name }) => name).join(", ")}`);
      if (left.length !== count) throw new Error(`a room in ${region} was deleted`);
    }
  } finally {
    client.destroy();
    for (const project of projects.reverse()) await project.close();
    await service.close();
  }
  say(`All steps succeeded in ${((performance.now() - begun) / 1000).toFixed(0)} s.`);
}

async function changeTheLobby(client: IvschatClient): Promise<void> {
  const review = {
    uri: "arn:aws:lambda:us-east-1:123456789012:function:review",
    fallbackResult: "DENY" as const,
  };
  await client.send(
    new UpdateRoomCommand({ identifier: lobby, maximumMessageLength: 250, messageReviewHandler: review }),
  );
  await client.send(new TagResourceCommand({ resourceArn: lobby, tags: { team: "night" } }));
}

/** Whether Pulumi's language host for YAML is on PATH. */
const hasYaml = () =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .some((folder) => existsSync(join(folder, "pulumi-language-yaml")));

async function keep(project: Project, env: Readonly<Record<string, string>>): Promise<void> {
  const settings = Object.entries({ ...engineEnvironment(project.engine), ...env })
    .map(([name, value]) => `  export ${name}=${value}`)
    .join("\n");
  const root = join(__dirname, "..");
  say(
    `The local IVS Chat server and the stacks are kept until you press Ctrl-C. In another terminal, run:

${settings}
  export PATH="$(npm run -s engine-path --prefix ${root}):$PATH"
  cd ${project.folder}
  pulumi stack output
  pulumi refresh --yes
`,
  );
  await new Promise((resolve) => process.once("SIGINT", resolve));
}

function say(text: string): void {
  process.stdout.write(`\n${text}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`\ndemo: ${(error as Error).message}\n`);
  process.exitCode = 1;
});
