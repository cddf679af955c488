import { type EngineStack, useEngine } from "../support/engine";
import type { StateResource } from "../support/engineStack";
import { startFaultServer, type Fault } from "../support/faultServer";
import { startedBefore } from "../support/hooks";
import { Sink } from "../support/sink";
import { ExistingRoom } from "../../src";
import { answer, error, half, close, lobby, right, room, silence } from "./answers";

const stage = lobby.replace("Lobby", "Stage");
const engine = useEngine();
let fault: Fault | undefined;

/** The answers of a service with two rooms. `fault`, if set, replaces the answers to ListRooms and to GetRoom for the lobby. */
const service: Fault = (exchange) => {
  const { operation, body } = exchange;
  if (fault && (operation === "ListRooms" || body.identifier === lobby)) fault(exchange);
  else if (operation === "ListRooms") answer(200, { rooms: [] })(exchange);
  else if (body.identifier === stage) answer(200, { ...room, arn: stage, id: "StageLobby12" })(exchange);
  else right(exchange);
};

const server = startedBefore(
  "file",
  () => startFaultServer([service]),
  (started) => started.stop(),
);
beforeAll(() => {
  process.env.AWS_ENDPOINT_URL_IVSCHAT = server.endpoint;
});

const program = () => {
  const [first, second] = [
    new ExistingRoom("lobby", { identifier: lobby }),
    new ExistingRoom("stage", { identifier: stage }),
  ];
  new Sink("wired", { first: first.maximumMessageLength, second: second.maximumMessageLength });
  return Promise.resolve();
};
const config = {
  "ivschat:requestTimeout": "0.5",
  "ivschat:readTimeout": "1",
  "ivschat:requestsPerSecond": "1000",
};

describe("the state", () => {
  let stack: EngineStack;
  let recorded: ReturnType<typeof membersOf>;
  beforeAll(async () => {
    stack = await engine.stack({ program, config });
    expect((await stack.up()).ok).toBe(true);
    recorded = membersOf(await stack.stateFile());
  });
  afterEach(() => {
    fault = undefined;
  });

  test.each<[string, Fault, RegExp]>([
    [
      "an answer with status 500",
      error(500, "InternalServerException", "oops"),
      /answered 500 InternalServerException/,
    ],
    [
      "an AccessDeniedException",
      error(403, "AccessDeniedException", "no"),
      /access denied: no; grant ivschat:GetRoom/,
    ],
    ["a web page", answer(404, "<html>blocked</html>"), /status 404 that is not from the service/],
    ["a connection closed during an answer", half(close), /ECONNRESET/],
    ["no answer", silence, /no answer within 0\.\d seconds/],
  ])("stays unchanged after %s in preview, up and refresh", async (_what, present, message) => {
    fault = present;
    for (const operation of ["preview", "up", "refresh"] as const) {
      const { ok, output } = await stack[operation]();
      expect(ok).toBe(false);
      expect(output).toMatch(message);
      expect(output).not.toMatch(/^\s+at .*:\d+:\d+/m);
      expect(membersOf(await stack.stateFile())).toEqual(recorded);
    }
  });

  test("matches the rooms once the service answers again after failures", async () => {
    expect((await stack.preview({ expectNoChanges: true })).ok).toBe(true);
    expect((await stack.refresh()).changes).toEqual({ same: 4 });
  });

  test("loses an ExistingRoom in a refresh if its room no longer exists", async () => {
    fault = error(404, "ResourceNotFoundException", "gone", { resourceId: lobby, resourceType: "ROOM" });
    expect((await stack.refresh()).ok).toBe(true);
    const rooms = (await stack.state()).filter(({ type }) => type.endsWith(":ExistingRoom"));
    expect(rooms.map(({ id }) => id)).toEqual([stage]);
  });
});

/** Returns the resources in a state file, without timestamps. */
function membersOf(stateFile: string) {
  const { checkpoint } = JSON.parse(stateFile) as { checkpoint: { latest: { resources: StateResource[] } } };
  return Object.fromEntries(
    checkpoint.latest.resources.map(({ urn, id, inputs, outputs }) => [urn, { id, inputs, outputs }]),
  );
}
