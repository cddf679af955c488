import * as pulumi from "@pulumi/pulumi";
import {
  ExistingRoom,
  findRoom,
  findRoomOutput,
  getLoggingConfiguration,
  getLoggingConfigurationOutput,
  getRoom,
  getRoomOutput,
  getRooms,
  getRoomsOutput,
} from "../../src";

const identifier = "arn:aws:ivschat:us-east-1:123456789012:room/LobbyLobby12";
let calls: pulumi.runtime.MockCallArgs[] = [];
let resources: pulumi.runtime.MockResourceArgs[] = [];
let answer: Record<string, unknown> = {};

beforeAll(() =>
  pulumi.runtime.setMocks({
    call: (args) => {
      calls.push(args);
      return answer;
    },
    newResource: (args) => {
      resources.push(args);
      return {
        id: (args.inputs as { identifier?: string }).identifier ?? args.name,
        state: { ...(args.inputs as object), ...answer },
      };
    },
  }),
);
beforeEach(() => {
  calls = [];
  resources = [];
  answer = { arn: identifier, maximumMessageLength: 123 };
});

const valueOf = (output: pulumi.Output<unknown>) => new Promise<unknown>((resolve) => output.apply(resolve));

describe("under setMocks", () => {
  const forms: [
    string,
    string,
    () => Promise<unknown>,
    () => pulumi.Output<unknown>,
    Record<string, string>,
  ][] = [
    [
      "getRoom",
      "getRoom",
      () => getRoom({ identifier }),
      () => getRoomOutput({ identifier: pulumi.output(identifier) }),
      { identifier },
    ],
    [
      "findRoom",
      "getRoom",
      () => findRoom({ name: "lobby" }),
      () => findRoomOutput({ name: pulumi.output("lobby") }),
      { name: "lobby" },
    ],
    [
      "getRooms",
      "getRooms",
      () => getRooms({ namePrefix: "l" }),
      () => getRoomsOutput({ namePrefix: "l" }),
      { namePrefix: "l" },
    ],
    [
      "getLoggingConfiguration",
      "getLoggingConfiguration",
      () => getLoggingConfiguration({ identifier }),
      () => getLoggingConfigurationOutput({ identifier }),
      { identifier },
    ],
  ];

  test.each(forms)(
    "%s and its Output form call the mock of ivschat:index:%s with plain arguments",
    async (_name, token, plain, output, inputs) => {
      expect(await plain()).toEqual(answer);
      expect(await valueOf(output())).toEqual(answer);
      expect(calls).toEqual([
        { token: `ivschat:index:${token}`, inputs, provider: "" },
        { token: `ivschat:index:${token}`, inputs, provider: "" },
      ]);
    },
  );

  test("findRoom returns undefined if the mock returns no room", async () => {
    answer = {};
    expect(await findRoom({ name: "lobby" })).toBeUndefined();
    expect(await valueOf(findRoomOutput({ name: "lobby" }))).toBeUndefined();
  });

  test("getRoom and getRoomOutput accept the options provider and parent", async () => {
    const parent = new pulumi.ComponentResource("test:index:Component", "parent");
    class Provider extends pulumi.ProviderResource {}
    const provider = new Provider("aws", "aws", {});
    expect(await getRoom({ identifier }, { parent, provider })).toEqual(answer);
    expect(await valueOf(getRoomOutput({ identifier }, { parent, provider, dependsOn: parent }))).toEqual(
      answer,
    );
  });

  test("an ExistingRoom calls newResource with its type and plain inputs, and has the members of the mock's state", async () => {
    answer = {
      arn: identifier,
      roomId: "LobbyLobby12",
      name: "lobby",
      maximumMessageLength: 9,
      tags: { a: "b" },
    };
    const room = new ExistingRoom("lobby", { identifier: pulumi.output(identifier), region: "us-east-1" });
    expect(await valueOf(room.id)).toBe(identifier);
    expect(await valueOf(room.maximumMessageLength)).toBe(9);
    expect(await valueOf(room.configuration)).toMatchObject({
      arn: identifier,
      id: "LobbyLobby12",
      tags: { a: "b" },
    });
    expect(resources).toMatchObject([
      {
        type: "pulumi-nodejs:dynamic/ivschat:ExistingRoom",
        name: "lobby",
        inputs: { identifier, connection: { region: "us-east-1" } },
      },
    ]);
    expect(ExistingRoom.isInstance(room)).toBe(true);
    expect(ExistingRoom.isInstance({})).toBe(false);
  });
});
