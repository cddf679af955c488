// Reads rooms with the AWS SDK for JavaScript, concurrently. Prints how many reads succeeded and failed, as JSON.
import { GetRoomCommand, IvschatClient } from "@aws-sdk/client-ivschat";

const [count, retryMode, maxAttempts] = process.argv.slice(2);
const client = new IvschatClient({
  region: "us-east-1",
  ...(retryMode === "default" ? {} : { retryMode, maxAttempts: Number(maxAttempts) }),
});
const results = await Promise.allSettled(
  Array.from({ length: Number(count) }, (_, index) =>
    client.send(
      new GetRoomCommand({
        identifier: `arn:aws:ivschat:us-east-1:123456789012:room/Room${String(index).padStart(8, "0")}`,
      }),
    ),
  ),
);
const read = results.filter(({ status }) => status === "fulfilled").length;
console.log(JSON.stringify({ read, failed: results.length - read }));
