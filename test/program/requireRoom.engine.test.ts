import * as pulumi from "@pulumi/pulumi";
import { ExistingRoom, getRoom, getRoomOutput, requireRoom } from "../../src";
import { type EngineStack, useEngine } from "../support/engine";
import { arn, useLocalIvsChat } from "../support/service";

const lobby = arn("LobbyLobby12");
const engine = useEngine();
let exporting: EngineStack;
useLocalIvsChat({ state: { rooms: [{ arn: lobby, name: "lobby", tags: { a: "b" } }] } }, "file");

beforeAll(async () => {
  exporting = await engine.stack({
    name: "exporting",
    program: async () => {
      const room = new ExistingRoom("lobby", { identifier: lobby });
      const { tags: _, ...older } = await getRoom({ identifier: lobby });
      return {
        tracked: room.configuration,
        read: getRoomOutput({ identifier: lobby }),
        hidden: pulumi.secret(room.configuration),
        text: "lobby",
        older,
        wrong: { ...(await getRoom({ identifier: lobby })), maximumMessageLength: "500" },
        resource: room,
        hiddenWrong: pulumi.secret({ arn: "hunter2" }),
      };
    },
  });
  expect((await exporting.up()).ok).toBe(true);
});

const reading = async (output: string) => {
  const stack = await engine.stack({
    program: () =>
      Promise.resolve({ room: requireRoom(new pulumi.StackReference(exporting.fullName), output) }),
  });
  const preview = await stack.preview();
  return { preview, up: await stack.up() };
};

describe("requireRoom", () => {
  test.each(["tracked", "read", "resource"])(
    "returns the room that another stack exported as %s",
    async (output) => {
      const { preview, up } = await reading(output);
      expect(preview.ok).toBe(true);
      expect(up.outputs?.room).toEqual({ value: await getRoom({ identifier: lobby }), secret: false });
    },
  );

  test("keeps a secret output secret", async () => {
    const { up } = await reading("hidden");
    expect(up.outputs?.room?.secret).toBe(true);
    expect(up.output).not.toContain(lobby);
  });

  test.each([
    ["absent", 'there is no output "absent" of stack'],
    ["text", "arn is missing; expected a member of a room's configuration"],
    ["older", "tags is missing; expected a member of a room's configuration"],
    ["wrong", 'maximumMessageLength is "500"; expected a whole number of at least 1'],
  ])("rejects the output %s, and names the stack and the output", async (output, reason) => {
    const { preview } = await reading(output);
    expect(preview.ok).toBe(false);
    expect(preview.output).toContain(reason);
    expect(preview.output).toContain(`output "${output}" of stack ${exporting.fullName}`);
  });

  test("does not reveal the value of a secret output", async () => {
    const { preview } = await reading("hiddenWrong");
    expect(preview.ok).toBe(false);
    expect(preview.output).toContain('output "hiddenWrong" of stack');
    expect(preview.output).not.toContain("hunter2");
  });

  test("needs to omit only the properties `roomId` and `urn` of an ExistingRoom that was exported whole", async () => {
    const { resource, tracked } = await exporting.outputs();
    const members = Object.keys(tracked?.value as object);
    expect(Object.keys(resource?.value as object).sort()).toEqual([...members, "roomId", "urn"].sort());
  });

  test("finds plain data, without the provider's code, in an exported configuration", async () => {
    const { tracked } = await exporting.outputs();
    expect(Object.keys(tracked?.value as object).sort()).toEqual(
      Object.keys(await getRoom({ identifier: lobby })).sort(),
    );
    expect(JSON.stringify(tracked?.value)).not.toContain("__provider");
    expect((tracked?.value as { createTime: unknown }).createTime).toEqual(
      expect.stringMatching(/^\d{4}-.*Z$/),
    );
  });
});
