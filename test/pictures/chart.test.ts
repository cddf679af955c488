import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expectPicture } from "./expectPicture";

const script = join(__dirname, "..", "..", "scripts", "pictures", "chart.mjs");

test("the chart is what the benchmark's figures draw", () => {
  // In a process of its own: the library that draws it is one of ES modules.
  const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  expect(stderr).toBe("");
  expectPicture("seconds-by-rooms.svg", stdout);
});
