// One stack in a process of its own: what a preview takes, in seconds and memory, of so many rooms, or of resources that do nothing.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LocalWorkspace } from "@pulumi/pulumi/automation/index.js";

const require = createRequire(import.meta.url);
const [kind, count, isFirst] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "ivschat-bench-"));
for (const name of ["backend", "work/node_modules/@pulumi"])
  mkdirSync(join(folder, name), { recursive: true });
const modules = join(process.cwd(), "node_modules");
symlinkSync(join(modules, "@pulumi/pulumi"), join(folder, "work/node_modules/@pulumi/pulumi"));
symlinkSync(process.cwd(), join(folder, "work/node_modules/pulumi-ivschat"));

const arn = (index) => `arn:aws:ivschat:us-east-1:123456789012:room/Room${String(index).padStart(8, "0")}`;
const programs = {
  rooms: () => {
    const { ExistingRoom } = require("pulumi-ivschat");
    for (let index = 0; index < Number(count); index++)
      new ExistingRoom(`room-${index}`, { identifier: arn(index) });
  },
  // The same members as a room has, so that Pulumi has as many outputs to carry; or one.
  nothing: () =>
    makeNothing((arn) => ({
      arn,
      roomId: arn.slice(-12),
      name: "room",
      createTime: "2026-01-01T00:00:00.000Z",
      updateTime: "2026-01-01T00:00:00.000Z",
      maximumMessageLength: 500,
      maximumMessageRatePerSecond: 10,
      messageReviewHandler: { uri: "", fallbackResult: "ALLOW" },
      tags: { team: "live", purpose: "a benchmark" },
      loggingConfigurationIdentifiers: [],
    })),
  oneMember: () => makeNothing((arn) => ({ arn })),
};

function makeNothing(membersOf) {
  const pulumi = require("@pulumi/pulumi");
  const provider = { create: async (inputs) => ({ id: inputs.arn, outs: inputs }) };
  class Nothing extends pulumi.dynamic.Resource {
    constructor(name, inputs) {
      super(provider, name, inputs);
    }
  }
  for (let index = 0; index < Number(count); index++) new Nothing(`nothing-${index}`, membersOf(arn(index)));
}

/** The most memory that each kind of process below this one has held, in MB; 0 where the system does not tell. */
const peaks = { program: 0, provider: 0 };
function sample() {
  try {
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      const own = Number(pid) === process.pid;
      const isProvider =
        command.includes("cmd/dynamic-provider") &&
        readFileSync(`/proc/${pid}/environ`, "utf8").includes(folder);
      if (!own && !isProvider) continue;
      const [, peak = "0"] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
      const name = own ? "program" : "provider";
      peaks[name] = Math.max(peaks[name], Math.round(Number(peak) / 1024));
    }
  } catch {
    // A process that has ended meanwhile, or a system without /proc.
  }
}

try {
  const stack = await LocalWorkspace.createStack(
    { stackName: "bench", projectName: "bench", program: async () => programs[kind]() },
    {
      workDir: join(folder, "work"),
      envVars: {
        PULUMI_HOME: join(folder, "home"),
        PULUMI_BACKEND_URL: `file://${folder}/backend`,
        PULUMI_CONFIG_PASSPHRASE: "bench",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      },
    },
  );
  if (process.env.BENCH_REQUESTS_PER_SECOND)
    await stack.setConfig("ivschat:requestsPerSecond", { value: process.env.BENCH_REQUESTS_PER_SECOND });
  if (isFirst !== "first") await stack.up();
  const timer = setInterval(sample, 50);
  const begun = performance.now();
  await stack.preview();
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(timer);
  sample();
  let bytes = 0;
  if (isFirst !== "first") {
    const { deployment } = await stack.exportStack();
    const resource = deployment.resources.find(({ type }) => type.startsWith("pulumi-nodejs:"));
    bytes = JSON.stringify(resource).length;
  }
  console.log(JSON.stringify({ seconds, bytes, ...peaks }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
