import { type EngineStack, useEngine } from "../support/engine";
import { unset } from "../support/environment";
import { arn, operations, useLocalIvsChat } from "../support/service";
import { ExistingRoom, getRoom, getRoomOutput } from "../../src";

const lobby = arn("LobbyLobby12");
const engine = useEngine();
const service = useLocalIvsChat({ state: { rooms: [{ arn: lobby, name: "lobby" }] } }, "file");
afterEach(() => {
  service.setDenied("AKIDTEST", []);
});

const tracking = (identifier: string) => () => {
  const { configuration } = new ExistingRoom("lobby", { identifier });
  return Promise.resolve({ configuration });
};
let empty: EngineStack;
let recording: EngineStack;
beforeAll(async () => {
  empty = await engine.stack({ program: tracking(lobby) });
  recording = await engine.stack({ program: tracking(lobby) });
  expect((await recording.up()).ok).toBe(true);
});

interface Failure {
  readonly what: string;
  readonly identifier?: string;
  readonly before?: () => unknown;
  readonly says: readonly string[];
}

const failures: Failure[] = [
  {
    what: "a room that does not exist",
    identifier: arn("NoSuchRoom12"),
    says: [`cannot read room ${arn("NoSuchRoom12")} in us-east-1: there is no such room`, "check the ARN"],
  },
  {
    what: "a room that the caller may not read",
    before: () => {
      service.setDenied("AKIDTEST", ["ivschat:GetRoom"]);
    },
    says: [`cannot read room ${lobby} in us-east-1: access denied`, "grant ivschat:GetRoom"],
  },
  {
    what: "no credentials",
    before: () => {
      unset("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
    },
    says: [`cannot read room ${lobby} in us-east-1: no AWS credentials: none were found`, "set AWS_PROFILE"],
  },
  {
    what: "a server that refuses connections",
    before: () => {
      process.env.AWS_ENDPOINT_URL_IVSCHAT = "http://127.0.0.1:9";
    },
    says: [
      `cannot read room ${lobby} in us-east-1: the request to http://127.0.0.1:9 failed`,
      "ECONNREFUSED",
    ],
  },
  {
    what: "a room ID instead of an ARN",
    identifier: "LobbyLobby12",
    says: [
      'must be the ARN of a room, like arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl, not "LobbyLobby12"',
    ],
  },
];

describe.each(failures)("with $what,", ({ identifier = lobby, before, says }) => {
  const programs = {
    "an ExistingRoom": tracking(identifier),
    getRoomOutput: () => Promise.resolve({ room: getRoomOutput({ identifier }) }),
    getRoom: async () => ({ room: await getRoom({ identifier }) }),
  };

  test.each(Object.keys(programs) as (keyof typeof programs)[])(
    "%s reports the error in one line, and nothing is recorded",
    async (face) => {
      before?.();
      for (const operation of ["preview", "up"] as const) {
        const { ok, output, errorOutput } = await empty[operation]({ program: programs[face] });
        expect(ok).toBe(false);
        const [, diagnostics = ""] = `${output}${errorOutput}`.split("Diagnostics:");
        const lines = diagnostics.split("\n").filter((line) => says.every((text) => line.includes(text)));
        // Pulumi prints each error of an inline program twice.
        expect(new Set(lines).size).toBe(1);
        expect(diagnostics).not.toMatch(/\$metadata|\$fault|\n\s+at |\[object|node_modules/);
      }
      expect((await empty.state()).map(({ type }) => type)).not.toContain(
        "pulumi-nodejs:dynamic/ivschat:ExistingRoom",
      );
    },
  );

  test("an ExistingRoom in the state stays unchanged", async () => {
    const recorded = await recording.state();
    before?.();
    service.clearRequests();
    expect((await recording.up({ program: tracking(identifier) })).ok).toBe(false);
    const room = (resources: typeof recorded) =>
      resources.find(({ type }) => type.includes("ExistingRoom"))?.outputs;
    expect(room(await recording.state())).toEqual(room(recorded));
    if (identifier === "LobbyLobby12") expect(operations(service)).toEqual([]);
    if (identifier !== lobby) return;
    const refresh = await recording.refresh();
    expect(refresh.ok).toBe(false);
    expect(says.every((text) => refresh.output.includes(text))).toBe(true);
    expect(refresh.output).not.toMatch(/\$metadata|\$fault|\n\s+at /);
    expect(room(await recording.state())).toEqual(room(recorded));
  });
});
