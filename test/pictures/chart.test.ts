import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expectPicture } from "./expectPicture";

const script = join(__dirname, "..", "..", "scripts", "pictures", "chart.mjs");

test("the chart shows the benchmark's results", () => {
  // Runs in its own process, because jest cannot load the chart library's ES modules.
  const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  expect(stderr).toBe("");
  expectPicture("seconds-by-rooms.svg", stdout);
});
