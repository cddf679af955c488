import * as pulumi from "@pulumi/pulumi";
import type { EngineStack } from "../support/engine";
import { useEngine } from "../support/engine";

const engine = useEngine({ withPackage: false });

const providerText = `
const limit = () => Number(process.env.PROBE_LIMIT);
exports.handler = () => ({
  check: async (olds, news) => ({ inputs: { ...news, limit: limit() } }),
  create: async (inputs) => ({ id: process.cwd(), outs: inputs }),
  update: async (id, olds, news) => ({ outs: news }),
  read: async (id, { __provider, ...props }) => {
    const found = { ...props, limit: limit() };
    return { id, props: found, inputs: { ...found } };
  },
});
`;

/** A dynamic resource with a constant string as its provider, like ExistingRoom. */
class Probe extends pulumi.CustomResource {
  declare readonly limit: pulumi.Output<number>;

  constructor(name: string, text = providerText) {
    super("pulumi-nodejs:dynamic/ivschat:Probe", name, { __provider: text, word: "hello", limit: undefined });
  }
}

const program = () => Promise.resolve({ limit: new Probe("probe").limit });

function probeStack(name: string): Promise<EngineStack> {
  return engine.stack({ name, program, env: { PROBE_LIMIT: "500" } });
}

describe("a stack on the real engine", () => {
  it("previews, updates, shows drift, refreshes and destroys a dynamic resource", async () => {
    const stack = await probeStack("life");

    const preview = await stack.preview({ diff: true });
    expect(preview).toMatchObject({ ok: true, changes: { create: 2 } });
    expect(preview.output).toMatch(/limit: 500/);
    expect(await stack.state()).toEqual([]);

    const up = await stack.up();
    expect(up).toMatchObject({ ok: true, changes: { create: 2 }, outputs: { limit: { value: 500 } } });
    expect((await stack.state()).map(({ type }) => type)).toContain("pulumi-nodejs:dynamic/ivschat:Probe");

    const quiet = await stack.preview({ expectNoChanges: true });
    expect(quiet).toMatchObject({ ok: true, changes: { same: 2 } });

    const drift = await stack.preview({ diff: true, expectNoChanges: true, env: { PROBE_LIMIT: "250" } });
    expect(drift).toMatchObject({ ok: false, changes: { update: 1 } });
    expect(drift.output).toMatch(/limit\s*: 500 => 250/);
    expect(drift.error?.message).toMatch(/no changes were expected/);

    expect(await stack.refresh({ env: { PROBE_LIMIT: "250" } })).toMatchObject({
      ok: true,
      changes: { update: 1 },
    });
    expect(await stack.stateFile()).toMatch(/"limit":250/);

    expect(await stack.destroy()).toMatchObject({ ok: true, changes: { delete: 2 } });
    expect(await stack.state()).toEqual([]);
    await stack.remove();
    await expect(stack.stateFile()).rejects.toThrow(/ENOENT/);
  });

  it("runs the dynamic-provider server in the program's folder", async () => {
    const stack = await engine.stack({
      name: "where",
      program: () => Promise.resolve({ folder: new Probe("probe").id }),
      env: { PROBE_LIMIT: "500" },
    });

    expect((await stack.up()).outputs?.folder?.value).toBe(stack.workDir);
  });

  it("has outputs that another stack can read by the stack's full name", async () => {
    const first = await engine.stack({ name: "first", program: () => Promise.resolve({ answer: 42 }) });
    await first.up();
    const second = await engine.stack({
      name: "second",
      project: "other",
      program: () =>
        Promise.resolve({
          answer: new pulumi.StackReference(first.fullName).getOutput("answer") as pulumi.Output<unknown>,
        }),
    });

    expect((await second.up()).outputs).toEqual({ answer: { value: 42, secret: false } });
  });

  it("gives the program the configuration, including secrets, and can run another program", async () => {
    const stack = await engine.stack({
      name: "config",
      config: { plain: "a", "aws:region": "eu-west-1", hidden: { value: "s3cret", secret: true } },
      program: () => {
        const config = new pulumi.Config();
        const plain = config.require("plain");
        const region = new pulumi.Config("aws").require("region");
        return Promise.resolve({ plain, region, hidden: config.requireSecret("hidden") });
      },
    });
    await stack.up();

    expect(await stack.outputs()).toMatchObject({
      plain: { value: "a", secret: false },
      region: { value: "eu-west-1" },
      hidden: { value: "s3cret", secret: true },
    });
    expect(await stack.stateFile()).not.toContain("s3cret");
    const other = await stack.up({ program: () => Promise.resolve({ plain: "another" }) });
    expect(other.outputs).toEqual({ plain: { value: "another", secret: false } });
  });
});

describe("a run of the engine", () => {
  const failing: [string, pulumi.automation.PulumiFn][] = [
    ["an error is thrown by the program", () => Promise.reject(new pulumi.RunError("no such room"))],
    ["an output fails", () => Promise.resolve({ a: pulumi.output(1).apply(() => fail()) })],
    ["an output that nobody uses fails", () => Promise.resolve(void pulumi.output(1).apply(() => fail()))],
    ["a promise that nobody awaits rejects", () => Promise.resolve(void Promise.resolve().then(fail))],
  ];

  it.each(failing)("returns a failed result instead of throwing if %s", async (_, program) => {
    const stack = await engine.stack({ name: "failing", program });

    const run = await stack.up();

    expect(run.ok).toBe(false);
    expect(run.error).toBeInstanceOf(Error);
    expect(run.output + run.errorOutput).toContain("no such room");
    await stack.remove();
  });

  it("prints the property that a provider's check rejects", async () => {
    const text = `exports.handler = () => ({ check: async () => ({ failures: [{ property: "word", reason: "bad" }] }) });\n`;
    const stack = await engine.stack({
      name: "check",
      program: () => {
        new Probe("bad", text);
        return Promise.resolve();
      },
    });

    const { ok, output } = await stack.preview();

    expect(ok).toBe(false);
    expect(output).toMatch(/property word value \{hello\} has a problem: bad/);
  });
});

function fail(): never {
  throw new pulumi.RunError("no such room");
}
