import { useProject } from "../support/project";
import { arn, useLocalIvsChat } from "../support/service";

useLocalIvsChat({}, "file");
const project = useProject({ files: { "index.ts": "" }, config: { "aws:region": "us-east-1" } }, "file");

const start = `
import * as pulumi from "@pulumi/pulumi";
import { getRoom, getRoomOutput } from "pulumi-ivschat";

const read = (id: string) => getRoomOutput({ identifier: "${arn("")}" + id });
class Uses extends pulumi.CustomResource {
  constructor(name: string, props: object, opts?: pulumi.CustomResourceOptions) {
    super("pulumi-nodejs:dynamic/test:Uses", name, { ...props, __provider: "exports.handler = () => ({})" }, opts);
  }
}
class Group extends pulumi.ComponentResource {
  constructor(name: string) {
    super("test:index:Group", name);
    const room = read("OfAComponent");
    new Uses("component", { value: room.name }, { parent: this });
    this.registerOutputs({ name: room.name });
  }
}
`;

/** Returns the diagnostics about each room, without the class name that Pulumi adds. */
function told(output: string): Record<string, string[]> {
  const [, shown = ""] = output.split("Diagnostics:");
  const lines = shown.split("Resources:")[0]?.split("\n").slice(2) ?? [];
  const rooms: Record<string, string[]> = {};
  for (const line of lines.map((text) => text.trim()).filter((text) => text !== "")) {
    const room = /room\/(\w+)/.exec(line)?.[1] ?? "no room";
    (rooms[room] ??= []).push(line.replace("RoomNotFoundError: ", ""));
  }
  return rooms;
}

const line = expect.stringMatching(
  /^error: cannot read room arn:\S+ in us-east-1: there is no such room \(ResourceNotFoundException\); check .*\)$/,
) as unknown;

test("each failed read whose result is not a stack output is reported in one line", async () => {
  await project.write(
    "index.ts",
    `${start}
    new Uses("one", { value: read("OfAProperty").name });
    const several = read("OfSeveral");
    new Uses("two", { first: several.name, second: several.tags });
    new Uses("three", { first: several.arn });
    new Uses("four", { value: read("SharedByTwo").name });
    new Uses("five", { value: read("SharedByTwo").tags });
    read("OfAnApply").apply((room) => console.log(room.name));
    new Group("group");
    void getRoom({ identifier: "${arn("AwaitedByNobody")}" });
    `,
  );
  const { ok, output } = await project.pulumi("preview");
  expect(ok).toBe(false);
  expect(told(output)).toEqual({
    OfAProperty: [line],
    OfSeveral: [line],
    SharedByTwo: [line, line],
    OfAnApply: [line],
    OfAComponent: [line],
    AwaitedByNobody: [line],
  });
});

test("a failed read whose result is a resource's property and a stack output is reported in one line", async () => {
  await project.write(
    "index.ts",
    `${start}
    const room = read("Exported");
    new Uses("one", { value: room.name });
    export const tags = room.tags;
    `,
  );
  const { ok, output } = await project.pulumi("preview");
  expect(ok).toBe(false);
  expect(told(output)).toEqual({ Exported: [line] });
});

test("a wrong argument and a missing stack output are each reported in one line", async () => {
  await project.write(
    "index.ts",
    `${start.replace("getRoom,", "requireRoom,")}
    new Uses("one", { value: getRoomOutput({ identifier: "nope" }).name });
    new Uses("two", { value: requireRoom(new pulumi.StackReference("organization/rooms/dev"), "lobby").name });
    `,
  );
  const { ok, output } = await project.pulumi("preview");
  expect(ok).toBe(false);
  expect(told(output)).toEqual({
    AbCdEfGhIjKl: [
      expect.stringMatching(
        /^error: InvalidRoomIdentifierError: identifier must be the ARN of a room, .* not "nope"$/,
      ),
    ],
    "no room": [
      expect.stringMatching(
        /^error: IncompleteRoomError: there is no output "lobby" of stack \S+; export it/,
      ),
    ],
  });
  expect(output).not.toContain("Warning");
});

test("the error of a failed read does not contain secret arguments", async () => {
  await project.write(
    "index.ts",
    `${start}
    const identifier = pulumi.secret("${arn("SecretRoom12")}");
    new Uses("one", { value: getRoomOutput({ identifier }).name });
    new Uses("two", { value: getRoomOutput({ name: pulumi.secret("hidden-name") }).name });
    new Uses("three", { value: getRoomOutput({ identifier: pulumi.secret("hidden-nonsense") }).name });
    `,
  );
  const { ok, output } = await project.pulumi("preview", "--diff");
  expect(ok).toBe(false);
  expect(output).toMatch(/cannot read room \[secret\] in us-east-1: there is no such room/);
  expect(output).toMatch(/there is no room with the name \[secret\] in us-east-1/);
  expect(output).toMatch(/identifier must be the ARN of a room, .* not \[secret\]/);
  expect(output).not.toMatch(/SecretRoom12|hidden/);
});
