import { ExistingRoom, getRoomOutput } from "../../src";
import { useEngine } from "../support/engine";
import { arn, useLocalIvsChat } from "../support/service";

const engine = useEngine();
const tracked = ["us-east-1", "eu-west-1", "ap-northeast-2"];
const all = [...tracked, "us-west-2", "ap-south-1"];
// Each region has a room with the same ID, so that a read in the wrong region is noticed.
const there = (region: string) => arn("LobbyLobby12", region);

const service = useLocalIvsChat({
  state: { rooms: all.map((region) => ({ arn: there(region), tags: { region } })) },
});

describe("ExistingRooms and getRoomOutput", () => {
  const program = () => {
    const rooms = tracked.map((region) => new ExistingRoom(region, { identifier: there(region) }));
    const got = ExistingRoom.get("got", there("us-west-2"));
    const told = getRoomOutput({ identifier: there("ap-south-1") });
    return Promise.resolve({ tags: [...rooms, got, told].map(({ tags }) => tags) });
  };

  test("read each room in the region of its ARN in preview, update and refresh, and fail with a wrong secret key", async () => {
    const config = { "aws:region": "eu-central-1" };
    const stack = await engine.stack({ name: "signed", program, config });
    for (const operation of ["preview", "up", "refresh"] as const) {
      service.clearRequests();
      const runProgram = operation === "refresh";
      expect(await stack[operation]({ ...(runProgram && { runProgram }) })).toMatchObject({ ok: true });
      expect(new Set(service.requests.map(({ region }) => region))).toEqual(new Set(all));
      expect(service.requests.filter(({ status }) => status !== 200)).toEqual([]);
    }
    expect((await stack.outputs()).tags?.value).toEqual(all.map((region) => ({ region })));

    const env = { AWS_SECRET_ACCESS_KEY: "wrong" };
    for (const operation of ["preview", "refresh"] as const) {
      const { ok, output } = await stack[operation]({ env });
      expect(ok).toBe(false);
      expect(output).toContain("the credentials are not accepted (InvalidSignatureException");
    }
    const recorded = (await stack.state()).filter(({ type }) => type.endsWith(":ExistingRoom"));
    expect(recorded).toHaveLength(4);
  });
});
