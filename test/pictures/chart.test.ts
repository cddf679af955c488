import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expectPicture } from "./expectPicture";

const script = join(__dirname, "..", "..", "scripts", "pictures", "chart.mjs");

test("the chart shows the benchmark's results", () => {
  // In a process of its own, since the chart library has only ES modules.
  const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  expect(stderr).toBe("");
  expectPicture("seconds-by-rooms.svg", stdout);
});
