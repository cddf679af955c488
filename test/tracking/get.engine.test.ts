import { useEngine } from "../support/engine";
import { arn, operations, useLocalIvsChat } from "../support/service";
import { Sink } from "../support/sink";
import { ExistingRoom } from "../../src";

const lobby = arn("LobbyLobby12");
const engine = useEngine();
const service = useLocalIvsChat({
  state: { rooms: [{ arn: lobby, name: "lobby", tags: { team: "live" } }] },
});

const getting = (id: string) => () => {
  const room = ExistingRoom.get("lobby", id);
  return Promise.resolve({ configuration: room.configuration, id: room.id });
};

describe("ExistingRoom.get", () => {
  test("reads a room as an external resource, again in each preview and refresh", async () => {
    const stack = await engine.stack({ program: getting(lobby) });
    expect((await stack.preview()).ok).toBe(true);
    const { outputs } = await stack.up();
    expect(outputs).toMatchObject({
      id: { value: lobby },
      configuration: { value: { arn: lobby, tags: { team: "live" } } },
    });
    service.clearRequests();
    service.updateRoom(lobby, { maximumMessageLength: 33 });
    expect((await stack.preview({ diff: true })).output).toContain("500 => 33");
    expect((await stack.refresh()).ok).toBe(true);
    expect(operations(service)).toEqual(["GetRoom", "GetRoom"]);
    expect((await stack.destroy()).ok).toBe(true);
    expect(service.room(lobby)).toBeDefined();
  });

  test.each(["preview", "up"] as const)("throws in a %s if the room does not exist", async (operation) => {
    const stack = await engine.stack({ program: getting(arn("NoSuchRoom12")) });
    const { ok, output } = await stack[operation]();
    expect(ok).toBe(false);
    expect(output).toContain(`cannot read room ${arn("NoSuchRoom12")} in us-east-1: there is no such room`);
    expect(output).not.toMatch(/\n\s+at |\$metadata/);
  });

  test("is removed from the state by a refresh if the room was deleted, and the next preview fails", async () => {
    const gone = service.putRoom({ name: "gone" });
    const stack = await engine.stack({ program: getting(gone) });
    expect((await stack.up()).ok).toBe(true);
    service.deleteRoom(gone);
    expect((await stack.refresh()).changes).toMatchObject({ delete: 1 });
    const { ok, output } = await stack.preview();
    expect(ok).toBe(false);
    expect(output).toContain(`cannot read room ${gone} in us-east-1: there is no such room`);
  });

  test("accepts connection arguments, and rejects wrong ones in a preview", async () => {
    const program = () => {
      ExistingRoom.get("lobby", lobby, { endpoint: service.endpoint, region: "eu-west-1" });
      return Promise.resolve();
    };
    const stack = await engine.stack({ program });
    const { ok, output } = await stack.preview();
    expect(ok).toBe(false);
    expect(output).toContain(`region "eu-west-1" contradicts the identifier: ${lobby} is in us-east-1`);
    process.env.AWS_ENDPOINT_URL_IVSCHAT = "http://127.0.0.1:9";
    const right = () => {
      const room = ExistingRoom.get("lobby", lobby, { endpoint: service.endpoint });
      return Promise.resolve({ name: room.name });
    };
    expect((await stack.up({ program: right })).outputs).toMatchObject({ name: { value: "lobby" } });
  });

  test("is unknown while its ID is unknown, and sends no request", async () => {
    const stack = await engine.stack({
      program: () => {
        const id = new Sink("source", lobby).id.apply(() => lobby);
        return Promise.resolve({ name: ExistingRoom.get("lobby", id).name });
      },
    });
    expect((await stack.preview()).ok).toBe(true);
    expect(operations(service)).toEqual([]);
    expect((await stack.up()).outputs).toMatchObject({ name: { value: "lobby" } });
  });
});
