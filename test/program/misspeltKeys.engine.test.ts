import { ExistingRoom, getRoomOutput } from "../../src";
import { misspeltKeys } from "../../src/program/misspeltKeys";
import { useEngine } from "../support/engine";
import { room, useCloud } from "../aws/surroundings";

useCloud();
const engine = useEngine();

describe("the warning about an unknown key of the ivschat: configuration", () => {
  test.each([
    ["ivschat:requestPerSecond", "did you mean ivschat:requestsPerSecond?"],
    ["ivschat:requestspersecond", "did you mean ivschat:requestsPerSecond?"],
    ["ivschat:readTimeOut", "did you mean ivschat:readTimeout?"],
    ["ivschat:readeach", "did you mean ivschat:readEach?"],
    ["ivschat:region", "did you mean aws:region?"],
    ["ivschat:colour", "the settings are ivschat:requestsPerSecond, ivschat:readEach,"],
    [`ivschat:${"x".repeat(200)}`, "is not a setting"],
  ])("says that %s is not a setting, and suggests a key or lists the keys", (key, advice) => {
    const lines = misspeltKeys([key, "aws:regoin", "rooms:readEech"], "rooms");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("is not a setting of pulumi-ivschat and has no effect; ");
    expect(lines[0]).toContain(advice);
    expect(lines[0]?.length).toBeLessThan(300);
  });

  test("is not printed for a known key, or for a project's own key if the project is named ivschat", () => {
    const keys = ["requestsPerSecond", "readEach", "connectTimeout", "requestTimeout", "readTimeout"];
    expect(
      misspeltKeys(
        keys.map((key) => `ivschat:${key}`),
        "rooms",
      ),
    ).toEqual([]);
    expect(misspeltKeys(["ivschat:colour"], "ivschat")).toEqual([]);
    expect(misspeltKeys(["ivschat:readEech"], "ivschat")).toHaveLength(1);
  });
});

test.each([
  ["functions", () => ({ names: [1, 2].map(() => getRoomOutput({ identifier: room() }).name) })],
  [
    "ExistingRooms",
    () => ({ names: [1, 2].map((n) => new ExistingRoom(`${n}`, { identifier: room() }).name) }),
  ],
])("a program with several %s prints one warning about a misspelt key", async (what, program) => {
  const stack = await engine.stack({
    name: what.toLowerCase(),
    program: () => Promise.resolve(program()),
    config: { "ivschat:requestPerSecond": "3" },
  });
  const { ok, events } = await stack.preview();
  expect(ok).toBe(true);
  const warnings = events.filter(({ diagnosticEvent }) => diagnosticEvent?.severity === "warning");
  expect(warnings.map(({ diagnosticEvent }) => diagnosticEvent?.message)).toEqual([
    expect.stringContaining("ivschat:requestPerSecond is not a setting"),
  ]);
});
