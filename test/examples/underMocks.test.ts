import { join } from "node:path";
import type * as pulumi from "@pulumi/pulumi";

const identifier = "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl";
const room = {
  arn: identifier,
  id: "AbCdEfGhIjKl",
  name: "lobby",
  maximumMessageLength: 280,
  maximumMessageRatePerSecond: 20,
  messageReviewHandler: { uri: "", fallbackResult: "ALLOW" },
  tags: { team: "live", "aws:cloudformation:stack-name": "chat" },
  loggingConfigurationIdentifiers: [],
};

interface Made {
  readonly type: string;
  readonly inputs: Record<string, unknown>;
  readonly provider?: string | undefined;
}

/** Runs an example with one of the two versions of @pulumi/aws, and gives the resources that it makes. */
async function run(
  example: string,
  awsVersion: string,
  config: Record<string, string>,
): Promise<Map<string, Made>> {
  const made = new Map<string, Made>();
  jest.resetModules();
  if (awsVersion === "6") jest.doMock("@pulumi/aws", () => jest.requireActual<object>("@pulumi/aws-v6"));
  else jest.dontMock("@pulumi/aws");
  const fresh = jest.requireActual<typeof pulumi>("@pulumi/pulumi");
  await fresh.runtime.setMocks(
    {
      call: ({ token }) => (token === "ivschat:index:getRoom" ? room : {}),
      newResource: ({ type, name, inputs, provider }) => {
        made.set(type, { type, inputs: inputs as Record<string, unknown>, provider });
        return { id: `${name}-id`, state: { ...(inputs as object), arn: `arn:${name}` } };
      },
    },
    example,
  );
  fresh.runtime.setAllConfig(
    Object.fromEntries(Object.entries(config).map(([key, value]) => [`${example}:${key}`, value])),
  );
  jest.requireActual(join(__dirname, "..", "..", "examples", example, "index.ts"));
  await fresh.runtime.disconnect();
  return made;
}

describe.each(["6", "7"])("with @pulumi/aws %s,", (version) => {
  test("aws-wiring wires the room's limits into a function, a parameter and an alarm", async () => {
    const made = await run("aws-wiring", version, { roomArn: identifier });
    expect(made.get("aws:lambda/function:Function")?.inputs).toMatchObject({
      environment: { variables: { MAXIMUM_MESSAGE_LENGTH: "280", MAXIMUM_MESSAGES_PER_SECOND: "20" } },
      tags: { team: "live" },
    });
    expect(made.get("aws:lambda/function:Function")?.inputs.tags).toEqual({ team: "live" });
    // The provider's own type makes a parameter's value a secret, which a mock sees in its envelope.
    const { value } = made.get("aws:ssm/parameter:Parameter")?.inputs.value as { value: string };
    expect(JSON.parse(value)).toEqual({
      maximumMessageLength: 280,
      maximumMessageRatePerSecond: 20,
    });
    expect(made.get("aws:cloudwatch/metricAlarm:MetricAlarm")?.inputs).toMatchObject({
      threshold: 960,
      dimensions: { RoomId: "AbCdEfGhIjKl" },
    });
  }, 120_000);

  test("clone-room makes a room in the other region with the same settings", async () => {
    const made = await run("clone-room", version, { roomArn: identifier, targetRegion: "eu-central-1" });
    const clone = made.get("aws:ivschat/room:Room");
    expect(clone?.inputs).toMatchObject({
      name: "lobby",
      maximumMessageLength: 280,
      maximumMessageRatePerSecond: 20,
    });
    expect(clone?.inputs.tags).toEqual({ team: "live" });
    expect(made.get("pulumi:providers:aws")?.inputs).toMatchObject({ region: "eu-central-1" });
    expect(clone?.provider).toContain("pulumi:providers:aws::target");
  }, 120_000);
});
