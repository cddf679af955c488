import { spawn } from "node:child_process";
import { root } from "../run";
import { inTurns } from "./inTurns";
import { median, type Effort, type Row } from "./row";

const executable = "./plugin/pulumi-resource-ivschat";
const dynamicServer = "node_modules/@pulumi/pulumi/cmd/dynamic-provider";

/** Compares the provider plugin with the dynamic resource of the npm package, for the same rooms in Node.js programs. */
export async function plugin({ runs }: Effort): Promise<Row[]> {
  // Short measurements vary more, so they are repeated more often.
  const often = runs * 2 + 1;
  const starts = await startsInTurns(often);
  const first = await inTurns(["plugin", "rooms"], often, "1", "first");
  const recorded = await inTurns(["plugin", "rooms"], runs, "200");
  const of200 = "preview of 200 recorded ExistingRooms";
  return [
    row("time until the plugin prints its port, compared with the dynamic provider", 0.5, starts, ms),
    row("first preview of one ExistingRoom: plugin compared with dynamic resource", 1, secondsOf(first), s),
    row(`${of200}: plugin compared with dynamic resource`, 1, secondsOf(recorded), s),
    {
      what: "requests of these previews",
      measured: `${recorded.plugin.requests} vs. ${recorded.rooms.requests}`,
      goal: "the same number",
      met: recorded.plugin.requests === recorded.rooms.requests,
    },
    row("the provider's peak memory in these previews", 0.7, providersOf(recorded), mb),
    row("size of a room in the state", 0.8, bytesOf(recorded), bytes),
  ];
}

/** The same measurement for the plugin and for the dynamic resource. */
interface Pair {
  readonly plugin: number;
  readonly dynamic: number;
}

type Previews = Awaited<ReturnType<typeof inTurns<"plugin" | "rooms">>>;

const secondsOf = ({ plugin, rooms }: Previews): Pair => ({
  plugin: plugin.seconds,
  dynamic: rooms.seconds,
});
const providersOf = ({ plugin, rooms }: Previews): Pair => ({
  plugin: plugin.provider,
  dynamic: rooms.provider,
});
const bytesOf = ({ plugin, rooms }: Previews): Pair => ({ plugin: plugin.bytes, dynamic: rooms.bytes });

const s = (figure: number) => `${figure.toFixed(2)} s`;
const ms = (figure: number) => `${figure.toFixed(0)} ms`;
const mb = (figure: number) => `${figure} MB`;
const bytes = (figure: number) => `${figure} bytes`;

function row(what: string, most: number, { plugin, dynamic }: Pair, print: (figure: number) => string): Row {
  const ratio = plugin / dynamic;
  return {
    what,
    measured: `${ratio.toFixed(2)} (${print(plugin)} vs. ${print(dynamic)})`,
    goal: `≤ ${most.toFixed(2)}`,
    met: ratio <= most,
  };
}

async function startsInTurns(runs: number): Promise<Pair> {
  const times = { plugin: [] as number[], dynamic: [] as number[] };
  for (let index = 0; index < runs; index++) {
    times.plugin.push(await startOf(executable));
    times.dynamic.push(await startOf(process.execPath, dynamicServer));
  }
  return { plugin: median(times.plugin), dynamic: median(times.dynamic) };
}

/** Returns the milliseconds from the start of a provider process until the process prints its port. */
function startOf(command: string, ...args: readonly string[]): Promise<number> {
  const begun = performance.now();
  // A placeholder for the engine's address. Providers connect to the engine only to send log messages.
  const child = spawn(command, [...args, "127.0.0.1:1"], { cwd: root });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      reject(new Error(`${[command, ...args].join(" ")} ended with ${code ?? "a signal"}`));
    });
    child.stdout.once("data", () => {
      resolve(performance.now() - begun);
      child.kill("SIGKILL");
    });
  });
}
