// Reads rooms with this package, concurrently and in one run. Prints how many reads succeeded and failed, as JSON.
import { locate } from "../../../src/reading/locate";
import { readRoom } from "../../../src/reading/readRoom";
import { Run } from "../../../src/reading/run";
import { roomArn } from "../rooms";

const [count, times = "1"] = process.argv.slice(2);
const run = new Run({}, () => undefined);
const arns = Array.from({ length: Number(count) }, (_, index) => roomArn(index));
const reads = Array.from({ length: Number(times) }, () => arns)
  .flat()
  .map(async (identifier) => {
    const { client, arn } = await locate(run, {}, { identifier });
    return readRoom(run, client, arn);
  });
void Promise.allSettled(reads).then((results) => {
  const read = results.filter(({ status }) => status === "fulfilled").length;
  console.log(JSON.stringify({ read, failed: results.length - read }));
});
