import * as pulumi from "@pulumi/pulumi";
import { getRoom, getRoomOutput } from "../../src";
import { useEngine } from "../support/engine";
import { startProbeProvider, type ProbeProvider } from "../support/probeProvider";
import { arn, operations, useLocalIvsChat } from "../support/service";
import { Sink } from "../support/sink";

const lobby = arn("LobbyLobby12");
const engine = useEngine();
const service = useLocalIvsChat({ state: { rooms: [{ arn: lobby, name: "lobby" }] } });
let probe: ProbeProvider;

beforeAll(() => {
  probe = startProbeProvider();
});
afterAll(() => {
  probe.stop();
});

interface Room {
  readonly arn: string;
  readonly maximumMessageLength: number;
}
type Args = Parameters<typeof getRoomOutput>[0];
type Read = (args: Args, opts?: pulumi.InvokeOutputOptions) => pulumi.Output<Room>;

const ours: Read = getRoomOutput;
/** A function that the engine serves. */
const real: Read = (args, opts) => pulumi.runtime.invokeOutput<Room>("probe:index:read", args, opts);

class Component extends pulumi.ComponentResource {
  constructor(name: string, make: (parent: pulumi.ComponentResource) => void) {
    super("test:index:Component", name);
    make(this);
    this.registerOutputs({});
  }
}

const fresh = (name = "fresh", opts?: pulumi.CustomResourceOptions) => new Sink(name, lobby, opts);
const component = () => new Component("component", (parent) => void fresh("within", { parent }));
/** The ARN, known at once, as an output of a resource that is not there yet. */
const echoed = () => fresh().id.apply(() => lobby);

/** How a program calls the function, and what is expected of a first preview and of the update after it. */
interface Case {
  readonly what: string;
  readonly call: (read: Read) => pulumi.Output<Room>;
  readonly calls: readonly [preview: number, update: number];
  readonly isKnown: boolean;
  readonly isSecret?: boolean;
  /** Whom a resource that takes the result depends on. */
  readonly dependsOn?: readonly string[];
}

const cases: Case[] = [
  {
    what: "plain arguments",
    call: (read) => read({ identifier: lobby }),
    calls: [1, 1],
    isKnown: true,
  },
  {
    what: "an output that is known",
    call: (read) => read({ identifier: pulumi.output(Promise.resolve(lobby)) }),
    calls: [1, 1],
    isKnown: true,
  },
  {
    what: "an argument that a resource of the program is to make",
    call: (read) => read({ identifier: echoed() }),
    calls: [0, 1],
    isKnown: false,
    dependsOn: ["fresh"],
  },
  {
    what: "an argument that is known, of a resource that is not there yet",
    call: (read) => read({ identifier: pulumi.all([fresh().urn]).apply(() => lobby) }),
    calls: [0, 1],
    isKnown: false,
    dependsOn: ["fresh"],
  },
  {
    what: "dependsOn a resource that is not there yet",
    call: (read) => read({ identifier: lobby }, { dependsOn: fresh() }),
    calls: [0, 1],
    isKnown: false,
    dependsOn: ["fresh"],
  },
  {
    what: "dependsOn a list, with an output and a promise in it",
    call: (read) =>
      read({ identifier: lobby }, { dependsOn: [pulumi.output(fresh("a")), Promise.resolve(fresh("b"))] }),
    calls: [0, 1],
    isKnown: false,
    dependsOn: ["a", "b"],
  },
  {
    what: "dependsOn a component that holds a resource which is not there yet",
    call: (read) => read({ identifier: lobby }, { dependsOn: component() }),
    calls: [0, 1],
    isKnown: false,
    dependsOn: ["within"],
  },
  {
    what: "dependsOn a component within a component",
    call: (read) => {
      const outer = new Component("outer", (parent) => {
        const inner = new pulumi.ComponentResource("test:index:Inner", "inner", {}, { parent });
        fresh("deep", { parent: inner });
      });
      return read({ identifier: lobby }, { dependsOn: [outer] });
    },
    calls: [0, 1],
    isKnown: false,
    dependsOn: ["deep"],
  },
  {
    what: "a secret argument",
    call: (read) => read({ identifier: pulumi.secret(lobby) }),
    calls: [1, 1],
    isKnown: true,
    isSecret: true,
  },
  {
    what: "a call within apply",
    call: (read) => pulumi.output(lobby).apply((identifier) => read({ identifier })),
    calls: [1, 1],
    isKnown: true,
  },
  {
    what: "a call within a component",
    call: (read) => {
      let result: pulumi.Output<Room> | undefined;
      new Component("component", (parent) => {
        result = read({ identifier: lobby }, { parent });
      });
      return result as unknown as pulumi.Output<Room>;
    },
    calls: [1, 1],
    isKnown: true,
  },
];

/** Runs a case with one of the functions, and says what came of it. */
async function outcome({ call }: Case, read: Read, calls: () => number) {
  const stack = await engine.stack({
    program: () => {
      const room = call(read);
      new Sink("consumer", room.maximumMessageLength);
      return Promise.resolve({ length: room.maximumMessageLength });
    },
  });
  const preview = await stack.preview({ diff: true });
  const inPreview = calls();
  const up = await stack.up();
  const inUpdate = calls();
  expect([preview.ok, up.ok]).toEqual([true, true]);
  const consumer = (await stack.state()).find(({ urn }) => urn.endsWith("::consumer"));
  const { length } = await stack.outputs();
  return {
    calls: [inPreview, inUpdate],
    isKnown: /length: (500|\[secret\])/.test(preview.output),
    isSecret: length?.secret,
    value: length?.value as unknown,
    dependsOn: (consumer?.dependencies ?? []).map((urn) => urn.split("::").at(-1)).sort(),
  };
}

describe.each(cases)("with $what,", (given) => {
  test("getRoomOutput does as a function that the engine serves", async () => {
    const counted = () => {
      const count = operations(service).length;
      service.clearRequests();
      return count;
    };
    const expected = {
      calls: [...given.calls],
      isKnown: given.isKnown,
      isSecret: given.isSecret ?? false,
      value: 500,
      dependsOn: [...(given.dependsOn ?? [])],
    };
    expect({ real: await outcome(given, real, () => probe.calls()) }).toEqual({ real: expected });
    expect({ ours: await outcome(given, ours, counted) }).toEqual({ ours: expected });
  });
});

describe("getRoomOutput", () => {
  test("stays secret and keeps its dependencies while it is unknown, where the engine's own forgets both", async () => {
    const seen: Record<string, unknown> = {};
    const stack = await engine.stack({
      program: async () => {
        const room = getRoomOutput({ identifier: pulumi.secret(echoed()) });
        const { isSecret, isKnown, allResources } = room as unknown as {
          isSecret: Promise<boolean>;
          isKnown: Promise<boolean>;
          allResources: () => Promise<Set<unknown>>;
        };
        Object.assign(seen, {
          isSecret: await isSecret,
          isKnown: await isKnown,
          count: (await allResources()).size,
        });
      },
    });
    await stack.preview();
    expect(seen).toEqual({ isSecret: true, isKnown: false, count: 1 });
  });

  test("reads a room anew that a resource which it waited for may have changed", async () => {
    const stack = await engine.stack({
      program: async () => {
        const before = await getRoom({ identifier: lobby });
        const changer = new Sink("changer", "x");
        const changed = changer.id.apply(() => {
          service.updateRoom(lobby, { maximumMessageLength: 77 });
          return lobby;
        });
        const after = getRoomOutput({ identifier: changed });
        return { before: before.maximumMessageLength, after: after.maximumMessageLength };
      },
    });
    const { outputs } = await stack.up();
    expect(outputs).toMatchObject({ before: { value: 500 }, after: { value: 77 } });
  });

  test("reads a room once for all of a run who ask, and anew in the next run of the same process", async () => {
    const stack = await engine.stack({
      program: async () => {
        const all = await Promise.all(Array.from({ length: 1000 }, () => getRoom({ identifier: lobby })));
        const later = await getRoom({ identifier: lobby });
        return {
          lengths: new Set([...all, later].map((room) => room.maximumMessageLength)).size,
          length: later.maximumMessageLength,
        };
      },
    });
    expect((await stack.up()).outputs).toMatchObject({ lengths: { value: 1 }, length: { value: 500 } });
    expect(operations(service)).toEqual(["GetRoom"]);
    service.updateRoom(lobby, { maximumMessageLength: 11 });
    expect((await stack.up()).outputs).toMatchObject({ length: { value: 11 } });
    expect(operations(service)).toEqual(["GetRoom", "GetRoom"]);
  });
});

describe("getRoom", () => {
  test("refuses an Output, whose value is not there yet, and names the other form", async () => {
    const args = { identifier: pulumi.output(lobby) } as unknown as Parameters<typeof getRoom>[0];
    await expect(getRoom(args)).rejects.toThrow(
      "identifier of getRoom is an Output, whose value is not there yet; call getRoomOutput",
    );
    expect(operations(service)).toEqual([]);
  });

  test("throws an error that a program can catch", async () => {
    const stack = await engine.stack({
      program: async () => {
        const caught: unknown = await getRoom({ identifier: arn("NoSuchRoom12") }).catch(
          (error: unknown) => error,
        );
        return { name: (caught as Error).name };
      },
    });
    expect((await stack.up()).outputs).toMatchObject({ name: { value: "RoomNotFoundError" } });
  });
});
