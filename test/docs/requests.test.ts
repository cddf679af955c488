import * as pulumi from "@pulumi/pulumi";
import { getLoggingConfiguration, getRoom, getRooms } from "../../src";
import { arn, operations, useLocalIvsChat } from "../support/service";
import { rowsBelow } from "./documents";

const lobby = arn("LobbyLobby12");
const logging = "arn:aws:ivschat:us-east-1:123456789012:logging-configuration/ChatLogs0001";
const roomCount = 120;
const matchCount = 4;

const others = Array.from({ length: roomCount - 1 }, (_, index) => ({
  name: `room-${index}`,
  ...(index < matchCount ? { tags: { show: "morning" } } : {}),
}));
const service = useLocalIvsChat({
  state: {
    rooms: [{ arn: lobby, name: "lobby", tags: { team: "live" } }, ...others],
    loggingConfigurations: [{ arn: logging, destinationConfiguration: { s3: { bucketName: "logs" } } }],
  },
});
process.env.AWS_REGION = "us-east-1";
pulumi.runtime.setConfig("ivschat:requestsPerSecond", "1000");

const rows = rowsBelow("README.md", "## Permissions and cost");
const reads: Readonly<Record<string, () => Promise<unknown>>> = {
  "By `identifier`": () => getRoom({ identifier: lobby }),
  "By `name`": () => getRoom({ name: "lobby" }),
  "By `tags`": () => getRoom({ tags: { team: "live" } }),
  "`getRooms`": () => getRooms({ tags: { show: "morning" } }),
  "`getLoggingConfiguration`": () => getLoggingConfiguration({ identifier: logging }),
};

test("the README's table has a row for each read", () => {
  expect(rows.map(([read]) => read)).toEqual(Object.keys(reads));
});

test.each(rows)(
  "the README states the requests and permissions of a read: %s",
  async (read, requests, permissions) => {
    await reads[read]?.();
    const made = operations(service);
    expect(counted(made)).toEqual(promised(requests));
    expect([...new Set(made)].map((operation) => `\`ivschat:${operation}\``).join(", ")).toBe(permissions);
  },
);

/** Returns the number of requests in a cell, by operation. */
function promised(cell: string): Record<string, number> {
  const parts = cell.split(", ").map((part) => {
    const [, count, operation = "", unit = ""] = /^(\d+) (\w+)(?: for (.*))?$/.exec(part) ?? [];
    const units = unitCounts[unit];
    if (units === undefined) throw new Error(`the README counts requests in another way: ${part}`);
    return [operation, Number(count) * units] as const;
  });
  return Object.fromEntries(parts);
}

const unitCounts: Readonly<Record<string, number>> = {
  "": 1,
  // The README says below the table that a list with more than one page takes 1 additional request.
  "every 50 rooms in the region": Math.ceil(roomCount / 50) + 1,
  "each match": matchCount,
};

function counted(made: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    made.map((operation) => [operation, made.filter((each) => each === operation).length]),
  );
}
