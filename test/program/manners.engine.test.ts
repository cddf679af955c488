import * as pulumi from "@pulumi/pulumi";
import { getRoom, getRoomOutput } from "../../src";
import { useEngine } from "../support/engine";
import { startProbeProvider } from "../support/probeProvider";
import { arn, operations, useLocalIvsChat } from "../support/service";
import { Sink } from "../support/sink";

const lobby = arn("LobbyLobby12");
const engine = useEngine();

interface Room {
  readonly arn: string;
  readonly maximumMessageLength: number;
}
type Args = Parameters<typeof getRoomOutput>[0];
type Read = (args: Args, opts?: pulumi.InvokeOutputOptions) => pulumi.Output<Room>;

const ours: Read = getRoomOutput;
/** A function of a provider plugin that the engine runs, to compare with getRoomOutput. */
const real: Read = (args, opts) => pulumi.runtime.invokeOutput<Room>("probe:index:read", args, opts);

class Component extends pulumi.ComponentResource {
  constructor(
    name: string,
    make: (parent: pulumi.ComponentResource) => void,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("test:index:Component", name, {}, opts);
    make(this);
    this.registerOutputs({});
  }
}

/** Creates the resources of one test case, with a prefix that makes their names unique. Each case reads its own room. */
class Resources {
  constructor(
    private readonly prefix: string,
    readonly room: string,
  ) {}

  fresh(name = "fresh", opts?: pulumi.CustomResourceOptions): Sink {
    return new Sink(this.prefix + name, this.room, opts);
  }

  component(
    name: string,
    make: (parent: pulumi.ComponentResource) => void,
    opts?: pulumi.ComponentResourceOptions,
  ): Component {
    return new Component(this.prefix + name, make, opts);
  }

  /** The room's ARN, as an output that is unknown until a resource exists. */
  echoed(): pulumi.Output<string> {
    return this.fresh().id.apply(() => this.room);
  }
}

/** How a program calls the function, and the expected results in the first preview and the following update. */
interface Case {
  readonly what: string;
  readonly call: (read: Read, resources: Resources) => pulumi.Output<Room>;
  readonly calls: readonly [preview: number, update: number];
  readonly isKnown: boolean;
  readonly isSecret?: boolean;
  /** The dependencies of a resource that uses the result. */
  readonly dependsOn?: readonly string[];
}

const cases: Case[] = [
  {
    what: "plain arguments",
    call: (read, { room }) => read({ identifier: room }),
    calls: [1, 1],
    isKnown: true,
  },
  {
    what: "an output that is known",
    call: (read, { room }) => read({ identifier: pulumi.output(Promise.resolve(room)) }),
    calls: [1, 1],
    isKnown: true,
  },
  {
    what: "an argument from a resource that does not exist yet",
    call: (read, resources) => read({ identifier: resources.echoed() }),
    calls: [0, 1],
    isKnown: false,
    dependsOn: ["fresh"],
  },
  {
    what: "a known argument that depends on a resource that does not exist yet",
    call: (read, resources) =>
      read({ identifier: pulumi.all([resources.fresh().urn]).apply(() => resources.room) }),
    calls: [0, 1],
    isKnown: false,
    dependsOn: ["fresh"],
  },
  {
    what: "dependsOn for a resource that does not exist yet",
    call: (read, resources) => read({ identifier: resources.room }, { dependsOn: resources.fresh() }),
    calls: [0, 1],
    isKnown: false,
    dependsOn: ["fresh"],
  },
  {
    what: "dependsOn for an array of an output and a promise",
    call: (read, resources) => {
      const dependsOn = [pulumi.output(resources.fresh("a")), Promise.resolve(resources.fresh("b"))];
      return read({ identifier: resources.room }, { dependsOn });
    },
    calls: [0, 1],
    isKnown: false,
    dependsOn: ["a", "b"],
  },
  {
    what: "dependsOn for a component with a resource that does not exist yet",
    call: (read, resources) => {
      const dependsOn = resources.component(
        "component",
        (parent) => void resources.fresh("within", { parent }),
      );
      return read({ identifier: resources.room }, { dependsOn });
    },
    calls: [0, 1],
    isKnown: false,
    dependsOn: ["within"],
  },
  {
    what: "dependsOn for a component inside a component",
    call: (read, resources) => {
      const outer = resources.component("outer", (parent) => {
        resources.component("inner", (inner) => void resources.fresh("deep", { parent: inner }), { parent });
      });
      return read({ identifier: resources.room }, { dependsOn: [outer] });
    },
    calls: [0, 1],
    isKnown: false,
    dependsOn: ["deep"],
  },
  {
    what: "a secret argument",
    call: (read, { room }) => read({ identifier: pulumi.secret(room) }),
    calls: [1, 1],
    isKnown: true,
    isSecret: true,
  },
  {
    what: "a call within apply",
    call: (read, { room }) => pulumi.output(room).apply((identifier) => read({ identifier })),
    calls: [1, 1],
    isKnown: true,
  },
  {
    what: "a call within a component",
    call: (read, resources) => {
      let result: pulumi.Output<Room> | undefined;
      resources.component("component", (parent) => {
        result = read({ identifier: resources.room }, { parent });
      });
      return result as unknown as pulumi.Output<Room>;
    },
    calls: [1, 1],
    isKnown: true,
  },
];

/** The results of a case with one of the two functions. */
interface Outcome {
  readonly calls: readonly number[];
  readonly isKnown: boolean;
  readonly isSecret: boolean | undefined;
  readonly value: unknown;
  readonly dependsOn: readonly (string | undefined)[];
}

describe("getRoomOutput (ours) behaves like a function of a provider (real)", () => {
  // Each case reads a separate room with each function, so that all cases can run in one program.
  const runs = cases.flatMap((given, index) =>
    (["real", "ours"] as const).map((which) => {
      const name = `${which}${index}`;
      return { given, which, name, room: arn(name.padEnd(12, "x")) };
    }),
  );
  const service = useLocalIvsChat({ state: { rooms: runs.map(({ room }) => ({ arn: room })) } }, "file");
  const outcomes = new Map<string, Outcome>();

  beforeAll(async () => {
    const probe = startProbeProvider();
    const countsOf = () => {
      const asked = [...probe.calls(), ...service.requests.map(({ identifier }) => identifier)];
      service.clearRequests();
      return ({ room }: { room: string }) => asked.filter((identifier) => identifier === room).length;
    };
    try {
      const stack = await engine.stack({
        config: { "ivschat:requestsPerSecond": "1000" },
        program: () => {
          const lengths = runs.map(({ given, which, name, room }) => {
            const read = given.call({ real, ours }[which], new Resources(`${name}-`, room));
            new Sink(`${name}-consumer`, read.maximumMessageLength);
            return [name, read.maximumMessageLength] as const;
          });
          return Promise.resolve(Object.fromEntries(lengths));
        },
      });
      const preview = await stack.preview({ diff: true });
      const inPreview = countsOf();
      const up = await stack.up();
      const inUpdate = countsOf();
      for (const { ok, errorOutput, output } of [preview, up]) if (!ok) throw new Error(output + errorOutput);
      const state = await stack.state();
      const outputs = await stack.outputs();
      for (const run of runs) {
        const consumer = state.find(({ urn }) => urn.endsWith(`::${run.name}-consumer`));
        outcomes.set(run.name, {
          calls: [inPreview(run), inUpdate(run)],
          isKnown: new RegExp(`\\b${run.name} *: (500|\\[secret\\])`).test(preview.output),
          isSecret: outputs[run.name]?.secret,
          value: outputs[run.name]?.value,
          dependsOn: (consumer?.dependencies ?? [])
            .map((urn) => urn.split("::").at(-1)?.replace(`${run.name}-`, ""))
            .sort(),
        });
      }
    } finally {
      probe.stop();
    }
  });

  test.each(runs)("with $given.what: $which", ({ given, name }) => {
    expect(outcomes.get(name)).toEqual({
      calls: [...given.calls],
      isKnown: given.isKnown,
      isSecret: given.isSecret ?? false,
      value: 500,
      dependsOn: [...(given.dependsOn ?? [])],
    });
  });
});

describe("getRoomOutput", () => {
  const service = useLocalIvsChat({ state: { rooms: [{ arn: lobby, name: "lobby" }] } });

  // Not one of the cases above, because an unknown result of a provider's function is not secret and has no dependencies.
  test("returns an output that is secret and has dependencies even while the value is unknown", async () => {
    const seen: Record<string, unknown> = {};
    const stack = await engine.stack({
      program: async () => {
        const room = getRoomOutput({ identifier: pulumi.secret(new Resources("", lobby).echoed()) });
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

  test("reads a room again after waiting for a resource that may have changed the room", async () => {
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
});

describe("getRoom", () => {
  const service = useLocalIvsChat({ state: { rooms: [{ arn: lobby, name: "lobby" }] } });

  test("rejects an Output, and suggests getRoomOutput", async () => {
    const args = { identifier: pulumi.output(lobby) } as unknown as Parameters<typeof getRoom>[0];
    await expect(getRoom(args)).rejects.toThrow(
      "identifier of getRoom is an Output, whose value is not known yet; call getRoomOutput",
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

  test("reads a room once for all calls of a run, and again in the next run of the same process", async () => {
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
