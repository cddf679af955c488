// Measures one preview of a new stack, and prints the measurements as JSON. Arguments: the kind of resources, the number of resources, and,
// to measure the stack's first preview instead of a preview after an update, `first`.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LocalWorkspace } from "@pulumi/pulumi/automation/index.js";
import { kinds } from "./resources.mjs";

const [kind, count, isFirst] = process.argv.slice(2);
const { make, type: typeStart } = kinds[kind];
const folder = mkdtempSync(join(tmpdir(), "ivschat-bench-"));
for (const name of ["backend", "work/node_modules/@pulumi"])
  mkdirSync(join(folder, name), { recursive: true });
const modules = join(process.cwd(), "node_modules");
symlinkSync(join(modules, "@pulumi/pulumi"), join(folder, "work/node_modules/@pulumi/pulumi"));
symlinkSync(process.cwd(), join(folder, "work/node_modules/pulumi-ivschat"));

/** The peak memory of this process, which runs the program, and of the provider's process, in MB. 0 on systems without /proc. */
const peaks = { program: 0, provider: 0 };
function sample() {
  try {
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      const own = Number(pid) === process.pid;
      const isProvider =
        /cmd\/dynamic-provider|pulumi-resource-ivschat/.test(command) &&
        readFileSync(`/proc/${pid}/environ`, "utf8").includes(folder);
      if (!own && !isProvider) continue;
      const [, peak = "0"] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
      const name = own ? "program" : "provider";
      peaks[name] = Math.max(peaks[name], Math.round(Number(peak) / 1024));
    }
  } catch {
    // A process has ended in the meantime, or the system has no /proc.
  }
}

try {
  const stack = await LocalWorkspace.createStack(
    { stackName: "bench", projectName: "bench", program: async () => make(Number(count)) },
    {
      workDir: join(folder, "work"),
      projectSettings: {
        name: "bench",
        runtime: "nodejs",
        main: process.cwd(),
        plugins: { providers: [{ name: "ivschat", path: join(process.cwd(), "plugin") }] },
      },
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
  const startedAt = Date.now();
  const begun = performance.now();
  await stack.preview();
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(timer);
  sample();
  let bytes = 0;
  if (isFirst !== "first") {
    const { deployment } = await stack.exportStack();
    const resource = deployment.resources.find(({ type }) => type.startsWith(typeStart));
    bytes = JSON.stringify(resource).length;
  }
  console.log(JSON.stringify({ startedAt, seconds, bytes, ...peaks }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
