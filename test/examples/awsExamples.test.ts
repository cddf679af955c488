import { type Project, useProjects } from "../support/project";
import { expectReadmeOutput } from "../support/readmeOutput";
import { arn, useLocalIvsChat } from "../support/service";
import { filesOf, followReadme, readmeOf } from "./exampleProject";

const lobby = arn("AbCdEfGhIjKl");
const room = {
  arn: lobby,
  name: "lobby",
  maximumMessageLength: 280,
  maximumMessageRatePerSecond: 20,
  messageReviewHandler: {
    uri: "arn:aws:lambda:us-east-1:123456789012:function:review",
    fallbackResult: "DENY",
  },
  tags: { team: "live", "aws:cloudformation:stack-name": "chat" },
};
const service = useLocalIvsChat({ state: { rooms: [room] } });
const createProject = useProjects();
let project: Project;

const open = async (example: string, aws = "@pulumi/aws") => {
  project = await createProject({ ...filesOf(example), config: { roomArn: lobby }, packages: [aws] });
};

/** Returns the inputs of the only resource of a type. */
async function inputsOf(type: string): Promise<Record<string, unknown> | undefined> {
  return (await project.state()).find((resource) => resource.type === type)?.inputs;
}

describe("aws-wiring", () => {
  async function expectWired(perSecond: number): Promise<void> {
    expect(await inputsOf("aws:lambda/function:Function")).toMatchObject({
      environment: {
        variables: { MAXIMUM_MESSAGE_LENGTH: "280", MAXIMUM_MESSAGES_PER_SECOND: `${perSecond}` },
      },
    });
    const { insecureValue } = (await inputsOf("aws:ssm/parameter:Parameter")) ?? {};
    expect(JSON.parse(insecureValue as string)).toEqual({
      maximumMessageLength: 280,
      maximumMessageRatePerSecond: perSecond,
    });
    expect(await inputsOf("aws:cloudwatch/metricAlarm:MetricAlarm")).toMatchObject({
      threshold: perSecond * 48,
      dimensions: { RoomId: "AbCdEfGhIjKl" },
    });
  }

  test("passes the room's limits to a function, a parameter and an alarm, and updates all three after the room has changed", async () => {
    await open("aws-wiring");
    await followReadme(project, "aws-wiring");
    await expectWired(20);
    expect((await inputsOf("aws:lambda/function:Function"))?.tags).toEqual({ team: "live" });
    expect(await project.outputs()).toEqual({
      filterArn: expect.stringContaining("chat-filter") as string,
      limitsParameter: "/chat/limits",
      busyThreshold: 960,
    });

    service.updateRoom(lobby, { maximumMessageRatePerSecond: 10 });
    const { output } = await project.expectOk("preview", "--diff");
    // The engine shows the resources in any order.
    const changes = output.split("\n").filter((line) => line.includes(" => "));
    expectReadmeOutput(
      readmeOf("aws-wiring"),
      "follows",
      changes
        .map((line) => line.trim())
        .sort()
        .join("\n"),
    );
    await project.expectOk("up", "--skip-preview");
    await expectWired(10);
    await project.expectOk("destroy");
    expect(service.room(lobby)).toBeDefined();
  });

  test("shows the room's limits in the first preview with @pulumi/aws 6", async () => {
    await open("aws-wiring", "@pulumi/aws-v6");
    const { output } = await project.expectOk("preview", "--diff");
    expect(output).toMatch(/threshold +: 960/);
    expect(output).toMatch(/MAXIMUM_MESSAGES_PER_SECOND: "20"/);
    expect(output).toMatch(/maximumMessageLength +: 280/);
    await project.expectOk("up", "--skip-preview");
    await expectWired(20);
  });
});

describe("clone-room", () => {
  async function expectClone(maximumMessageLength: number): Promise<void> {
    const inputs = await inputsOf("aws:ivschat/room:Room");
    expect(inputs).toMatchObject({ name: "lobby", maximumMessageLength, maximumMessageRatePerSecond: 20 });
    expect(inputs?.tags).toEqual({ team: "live" });
    expect(inputs).not.toHaveProperty("messageReviewHandler");
  }

  test("copies a room's limits and tags to a room in another region, and updates the copy after the original has changed", async () => {
    await open("clone-room");
    await followReadme(project, "clone-room");
    await expectClone(280);
    const state = await project.state();
    const provider = state.find(({ urn }) => urn.endsWith("pulumi:providers:aws::target"));
    expect(provider?.inputs).toMatchObject({ region: "eu-west-1" });
    expect(state.find(({ type }) => type === "aws:ivschat/room:Room")?.provider).toContain(provider?.urn);

    service.updateRoom(lobby, { maximumMessageLength: 140 });
    expect((await project.expectOk("preview", "--diff")).output).toMatch(/maximumMessageLength: 280 => 140/);
    await project.expectOk("up", "--skip-preview");
    await expectClone(140);
    await project.expectOk("destroy");
    expect(service.room(lobby)).toBeDefined();
  });

  test("copies a room's limits and tags with @pulumi/aws 6", async () => {
    await open("clone-room", "@pulumi/aws-v6");
    await project.expectOk("up", "--skip-preview");
    await expectClone(280);
  });
});
