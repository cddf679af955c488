import { median, type Effort, type Row } from "./row";
import { runForJson } from "../run";

const timed = `
const { performance } = require("node:perf_hooks");
const times = [performance.now()];
for (const name of ["@pulumi/pulumi", "pulumi-ivschat"]) {
  require(name);
  times.push(performance.now());
}
console.log(JSON.stringify([times[1] - times[0], times[2] - times[1]]));`;

/** Measures how long loading this package takes in addition to loading Pulumi. Each measurement runs in a separate process. */
export async function loading({ runs }: Effort): Promise<Row[]> {
  const times: [number, number][] = [];
  for (let index = 0; index < runs * 3; index++)
    times.push(await runForJson(process.execPath, ["-e", timed]));
  const pulumi = median(times.map(([first]) => first));
  const added = median(times.map(([, second]) => second));
  const part = added / pulumi;
  return [
    {
      what: 'require("pulumi-ivschat") on top of require("@pulumi/pulumi")',
      measured: `${(part * 100).toFixed(1)} % (${added.toFixed(0)} ms on ${pulumi.toFixed(0)} ms)`,
      goal: "≤ 5 %",
      met: part <= 0.05,
    },
  ];
}
