// Reads rooms with this package, all at once and in one run, and prints how many were read.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { Run } = require("../../../dist/reading/run.js");
const { locate } = require("../../../dist/reading/locate.js");
const { readRoom } = require("../../../dist/reading/readRoom.js");

const [count, times = "1"] = process.argv.slice(2);
const run = new Run({}, () => undefined);
const arns = Array.from(
  { length: Number(count) },
  (_, index) => `arn:aws:ivschat:us-east-1:123456789012:room/Room${String(index).padStart(8, "0")}`,
);
const reads = Array.from({ length: Number(times) }, () => arns)
  .flat()
  .map(async (identifier) => {
    const { connection, arn } = await locate(run, {}, { identifier });
    return readRoom(run, connection, arn);
  });
const results = await Promise.allSettled(reads);
const read = results.filter(({ status }) => status === "fulfilled").length;
console.log(JSON.stringify({ read, failed: results.length - read }));
