import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { tableOf, type Effort, type Row } from "./bench/row";
import { secondsByRooms, underQuota } from "./bench/underQuota";
import { requestsForRecordedRooms } from "./bench/recordedRooms";
import { oneRoomManyTimes } from "./bench/oneRoom";
import { loading } from "./bench/loading";
import { firstPreview, previews } from "./bench/previews";
import { plugin } from "./bench/plugin";
import { load } from "./bench/load";
import { pathWithEngine } from "./enginePath";
import { simulation } from "./bench/simulation";

const usage = `Usage: npm run bench -- [--quick] [--runs N] [--only PART] [--chart FILE]

  --quick        leave out the other clients, and whatever else takes minutes
  --runs N       how often each is measured (3); medians are shown
  --only PART    only one of: quota recorded one loading first previews plugin load simulation
  --chart FILE   measure seconds by number of rooms instead, and write the figures as JSON
`;

const parts: Record<string, (effort: Effort) => Promise<Row[]>> = {
  quota: underQuota,
  recorded: requestsForRecordedRooms,
  one: oneRoomManyTimes,
  loading,
  first: firstPreview,
  previews,
  plugin,
  load,
  simulation,
};

/** Measures this package, and compares the results with goals and with other clients. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean", default: false },
      runs: { type: "string", default: "3" },
      only: { type: "string" },
      chart: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  process.env.PATH = pathWithEngine();
  if (values.chart !== undefined) {
    const figures = await secondsByRooms([20, 60, 120, 200]);
    writeFileSync(values.chart, `${JSON.stringify(figures, undefined, 2)}\n`);
    return;
  }
  if (values.only !== undefined && !(values.only in parts))
    throw new Error(`no part is called ${values.only}\n${usage}`);
  const effort = { runs: Number(values.runs), isQuick: values.quick };
  const rows: Row[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (values.only !== undefined && name !== values.only) continue;
    process.stderr.write(`bench: ${name} …\n`);
    rows.push(...(await measure(effort)));
  }
  process.stdout.write(`${tableOf(rows)}\n`);
  const missed = rows.filter(({ met }) => met === false);
  process.stdout.write(
    missed.length === 0 ? "\nAll goals are met.\n" : `\n${missed.length} goal(s) missed.\n`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`bench: ${(error as Error).stack}\n`);
  process.exit(1);
});
