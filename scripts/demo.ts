import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  IvschatClient,
  ListRoomsCommand,
  TagResourceCommand,
  UpdateRoomCommand,
} from "@aws-sdk/client-ivschat";
import { createEngine, type EngineRun } from "../test/support/engine";
import { startLocalIvsChat } from "../test/support/localIvsChat";
import { serviceEnvironment } from "../test/support/serviceEnvironment";
import { pathWithEngine } from "./enginePath";
import { reader, rooms } from "./demo/programs";
import { Steps } from "./demo/steps";

const lobby = "arn:aws:ivschat:us-east-1:123456789012:room/LobbyRoom001";
const stage = "arn:aws:ivschat:eu-west-1:123456789012:room/StageRoom002";
const missing = "arn:aws:ivschat:us-east-1:123456789012:room/NoSuchRoom09";

/** The main job, on the local IVS Chat and the real Pulumi engine. Exits with 0 only if all of it went as it should. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { keep: { type: "boolean", default: false } } });
  const begun = performance.now();
  process.env.PATH = pathWithEngine();
  const service = await startLocalIvsChat({ stateFile: join(__dirname, "demo", "state.json") });
  Object.assign(process.env, serviceEnvironment(service));
  Reflect.deleteProperty(process.env, "AWS_PROFILE");
  const engine = await createEngine();
  try {
    const steps = new Steps(service);
    say(
      `Amazon IVS Chat, a local one, is at ${service.endpoint}. Two rooms, in two regions, are there already.`,
    );
    const stack = await engine.stack({ name: "rooms", program: rooms(lobby, stage) });
    const client = new IvschatClient({ region: "us-east-1" });

    await steps.show("pulumi preview: every member of the room shows before anything is recorded", () =>
      stack.preview({ diff: true }),
    );
    await steps.show("pulumi up: the room is recorded", () => stack.up());
    await steps.show("pulumi preview: nothing has changed", () => stack.preview({ expectNoChanges: true }));

    await steps.show(
      "Behind Pulumi's back, through the AWS SDK: a limit, the review handler and a tag change",
      async () => {
        const review = {
          uri: "arn:aws:lambda:us-east-1:123456789012:function:review",
          fallbackResult: "DENY" as const,
        };
        await client.send(
          new UpdateRoomCommand({
            identifier: lobby,
            maximumMessageLength: 250,
            messageReviewHandler: review,
          }),
        );
        await client.send(new TagResourceCommand({ resourceArn: lobby, tags: { team: "night" } }));
        return undefined;
      },
    );
    await steps.show(
      "pulumi preview --diff: the drift, and what it does to another resource",
      () => stack.preview({ diff: true }),
      showsDrift,
    );
    await steps.show(
      "pulumi preview --expect-no-changes: the gate for a pipeline, which fails",
      () => stack.preview({ expectNoChanges: true }),
      ({ ok, errorOutput }) => !ok && errorOutput.includes("no changes were expected"),
    );
    await steps.show(
      "pulumi refresh: the state takes in what the room is now",
      () => stack.refresh(),
      ({ changes }) => changes.update === 1,
    );
    await steps.show(
      "pulumi up: the other resource follows",
      () => stack.up(),
      ({ changes }) => changes.update === 1,
    );

    const other = await engine.stack({ name: "bot", project: "moderation", program: reader(stack.fullName) });
    await steps.show(
      "Another stack reads the limits by StackReference",
      () => other.up(),
      ({ outputs }) => outputs?.longestMessage?.value === 250,
    );
    await steps.show(
      "A room that is missing: what one sees",
      () => stack.preview({ program: rooms(missing, stage) }),
      ({ ok, output }) => !ok && output.includes("there is no such room"),
    );
    if (values.keep) {
      await keep(engine.folder, { ...engine.env, ...serviceEnvironment(service) });
      return;
    }
    await steps.show("pulumi destroy: the other stack", () => other.destroy());
    await steps.show(
      "pulumi destroy: this one",
      () => stack.destroy(),
      ({ changes }) => changes.delete === 3,
    );
    for (const region of ["us-east-1", "eu-west-1"]) {
      const { rooms: left } = await new IvschatClient({ region }).send(new ListRoomsCommand({}));
      say(`Still there in ${region}: ${left?.map(({ name }) => name).join(", ")}`);
      if (left?.length !== (region === "us-east-1" ? 2 : 1)) throw new Error(`a room of ${region} is gone`);
    }
    client.destroy();
  } finally {
    await engine.close();
    await service.close();
  }
  say(`All of this was so. It took ${((performance.now() - begun) / 1000).toFixed(0)} s.`);
}

/** Exactly the lines of what was changed, in the room and in what hangs on it; the outputs repeat them below. */
function showsDrift({ ok, output, changes }: EngineRun): boolean {
  const [resources = ""] = output.split("--outputs:--");
  const changed = resources.split("\n").filter((line) => /^\s+[~+-] .*(=>|: ")/.test(line));
  const expected = [
    /maximumMessageLength +: 500 => 250$/,
    /fallbackResult: "ALLOW" => "DENY"$/,
    /uri +: "arn:aws:lambda:us-east-1:123456789012:function:review"$/,
    /team : "live" => "night"$/,
    /updateTime +: "2026-03-02T09:30:00.000Z" => ".*Z"$/,
    /isModerated +: false => true$/,
    /longestMessage: 500 => 250$/,
  ];
  return (
    ok &&
    changes.update === 2 &&
    changed.length === expected.length &&
    expected.every((line, index) => line.test(changed[index] ?? ""))
  );
}

async function keep(folder: string, env: Record<string, string>): Promise<void> {
  const settings = Object.entries(env)
    .map(([name, value]) => `  export ${name}=${value}`)
    .join("\n");
  const root = join(__dirname, "..");
  say(
    `The local IVS Chat and the stacks stay until Ctrl-C. From another terminal:

${settings}
  export PATH="$(npm run -s engine-path --prefix ${root}):$PATH"
  cd ${folder}/program-1
  pulumi stack output --stack rooms
  pulumi refresh --yes --stack rooms
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
