import { spawn } from "node:child_process";
import { root } from "../run";
import { inTurns } from "./inTurns";
import { median, type Effort, type Row } from "./row";

const executable = "./plugin/pulumi-resource-ivschat";
const dynamicServer = "node_modules/@pulumi/pulumi/cmd/dynamic-provider";

/** The provider plugin to the dynamic resource of the npm package: the same rooms, in Node.js programs. */
export async function plugin({ runs }: Effort): Promise<Row[]> {
  // A short measurement varies more, so it is made more often.
  const often = runs * 2 + 1;
  const starts = await startsInTurns(often);
  const first = await inTurns(["plugin", "rooms"], often, "1", "first");
  const recorded = await inTurns(["plugin", "rooms"], runs, "200");
  const of200 = "preview of 200 recorded ExistingRooms";
  return [
    row("the plugin's start until it prints its port, to the dynamic provider's", 0.5, starts, ms),
    row("first preview of one ExistingRoom, by the plugin to the dynamic resource", 1, secondsOf(first), s),
    row(`${of200}, by the plugin to the dynamic resource`, 1, secondsOf(recorded), s),
    {
      what: "the requests of these previews",
      measured: `${recorded.plugin.requests} to ${recorded.rooms.requests}`,
      goal: "as many",
      met: recorded.plugin.requests === recorded.rooms.requests,
    },
    row("the provider's peak memory in these previews", 0.7, providersOf(recorded), mb),
    row("a room in the state", 0.8, bytesOf(recorded), bytes),
  ];
}

/** A figure of the plugin, and that of the dynamic resource. */
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
    measured: `${ratio.toFixed(2)} (${print(plugin)} to ${print(dynamic)})`,
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

/** The milliseconds from the start of a provider's process until it prints its port. */
function startOf(command: string, ...args: readonly string[]): Promise<number> {
  const begun = performance.now();
  // The address of the engine, which is connected to only when there is something to tell.
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
