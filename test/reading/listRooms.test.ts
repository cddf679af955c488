import * as pulumi from "@pulumi/pulumi";
import type { AddressInfo } from "node:net";
import Fastify, { type FastifyInstance } from "fastify";
import { getRoom, getRooms, RoomReadError } from "../../src";
import { listRooms } from "../../src/reading/listRooms";
import { Run } from "../../src/reading/run";
import { endedAfterTest } from "../support/hooks";
import { arn, operations, useLocalIvsChat } from "../support/service";

/** Returns a room summary that was updated at this second. */
const summary = (id: string, second: number) => ({
  arn: arn(id),
  id,
  name: id,
  createTime: "2026-01-01T00:00:00Z",
  updateTime: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
});

type Page = { readonly rooms: object[]; readonly nextToken?: string } | { readonly error: string };

/** Starts a service whose ListRooms returns these pages in order, and whose GetRoom finds every room. */
async function startListing(pages: readonly Page[]) {
  const asked: (string | undefined)[] = [];
  const server: FastifyInstance = Fastify({ forceCloseConnections: true });
  server.post<{ Body: { nextToken?: string } }>("/ListRooms", async ({ body }, reply) => {
    const page = pages[asked.length] ?? { rooms: [] };
    asked.push(body.nextToken);
    if (!("error" in page)) return page;
    await reply.code(400).header("x-amzn-errortype", page.error).send({ message: "Invalid nextToken" });
    return reply;
  });
  server.post<{ Body: { identifier: string } }>("/GetRoom", ({ body }) => ({
    ...summary(body.identifier.split("/").at(-1) ?? "", 0),
    maximumMessageLength: 500,
    maximumMessageRatePerSecond: 10,
  }));
  await server.listen({ host: "127.0.0.1", port: 0 });
  process.env.AWS_ENDPOINT_URL_IVSCHAT = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return { asked, stop: () => server.close() };
}

const service = useLocalIvsChat();
process.env.AWS_REGION = "us-east-1";
pulumi.runtime.setConfig("ivschat:requestsPerSecond", "100000");
const listing = endedAfterTest(startListing, (started) => started.stop());
let served: Awaited<ReturnType<typeof listing>>;

const ids = async () => (await getRooms()).rooms.map((room) => room.id);

describe("a listing that changes while it is read", () => {
  test("includes a room only once if two pages contain the room", async () => {
    served = await listing([
      { rooms: [summary("a", 30), summary("b", 20)], nextToken: "1" },
      { rooms: [summary("b", 20), summary("c", 10)] },
      { rooms: [summary("a", 30)] },
    ]);
    expect(await ids()).toEqual(["a", "b", "c"]);
  });

  test("includes a room that moved to a page that was already read", async () => {
    served = await listing([
      { rooms: [summary("a", 30), summary("b", 20)], nextToken: "1" },
      // Room c was on this page before it was updated.
      { rooms: [summary("d", 5)] },
      { rooms: [summary("c", 40), summary("a", 30)], nextToken: "2" },
      { rooms: [summary("c", 40)], nextToken: "3" },
    ]);
    expect(await ids()).toEqual(["a", "b", "c", "d"]);
    expect(served.asked).toEqual([undefined, "1", undefined, undefined]);
  });

  test("omits a room that is deleted before its GetRoom request", async () => {
    const gone = service.putRoom({ name: "gone" });
    const stays = service.putRoom({ name: "stays" });
    service.setLatency(30);
    const reading = getRooms();
    while (!operations(service).includes("ListRooms")) await new Promise((resolve) => setTimeout(resolve, 1));
    service.deleteRoom(gone);
    expect((await reading).rooms.map((room) => room.arn)).toEqual([stays]);
  });
});

describe("a listing", () => {
  test("takes one ListRooms request if all rooms fit on one page", async () => {
    served = await listing([{ rooms: [summary("a", 30), summary("b", 20)] }]);
    expect(await ids()).toEqual(["a", "b"]);
    expect(served.asked).toEqual([undefined]);
  });

  test("is read again from the first page if the service rejects a page token", async () => {
    served = await listing([
      { rooms: [summary("a", 30)], nextToken: "1" },
      { error: "ValidationException" },
      { rooms: [summary("a", 30)], nextToken: "2" },
      { rooms: [summary("b", 20)] },
      { rooms: [summary("a", 30)] },
    ]);
    expect(await ids()).toEqual(["a", "b"]);
    expect(served.asked).toEqual([undefined, "1", undefined, "2", undefined]);
  });

  test("is rejected if the service keeps rejecting page tokens", async () => {
    served = await listing(
      Array.from({ length: 10 }, (_, index) =>
        index % 2 === 0
          ? { rooms: [summary("a", 30)], nextToken: String(index) }
          : { error: "ValidationException" },
      ),
    );
    await expect(ids()).rejects.toThrow(
      /cannot read rooms with any configuration in us-east-1: .*Invalid nextToken/,
    );
    expect(served.asked).toHaveLength(4);
  });

  test("is rejected if a page token repeats", async () => {
    served = await listing(
      Array.from({ length: 10 }, (_, index) => ({ rooms: [summary("a", 30)], nextToken: String(index % 2) })),
    );
    const error: unknown = await ids().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RoomReadError);
    expect((error as Error).message).toContain(
      'nextToken is "0"; expected a token that was not returned before',
    );
    expect(served.asked).toHaveLength(3);
  });

  test("is rejected if a room lacks a member", async () => {
    const { updateTime: _, ...incomplete } = summary("a", 30);
    served = await listing(Array(2).fill({ rooms: [incomplete] }));
    await expect(getRoom({ name: "a" })).rejects.toThrow(/updateTime is missing/);
  });
});

describe("a listing with a limit of 100 rooms", () => {
  const read = async () => {
    const run = new Run({ requestsPerSecond: 100_000 }, () => undefined);
    const connection = await run.clients.for({ region: "us-east-1" });
    return listRooms(run, connection, {}, "rooms", 100);
  };
  const more = (page: number) =>
    Array.from({ length: 20 }, (_, index) => summary(`a${page * 20 + index}`, page));
  const error = 'rooms is "endless"; expected a listing of at most 100 rooms';

  test("is rejected if each page has new rooms", async () => {
    served = await listing(
      Array.from({ length: 50 }, (_, page) => ({ rooms: more(page), nextToken: String(page) })),
    );
    await expect(read()).rejects.toThrow(error);
    expect(served.asked).toHaveLength(5);
  });

  test("is rejected if the first page has new rooms each time it is read", async () => {
    served = await listing([
      { rooms: more(0), nextToken: "1" },
      ...Array.from({ length: 50 }, (_, page) => ({ rooms: more(page + 1) })),
    ]);
    await expect(read()).rejects.toThrow(error);
    expect(served.asked).toHaveLength(6);
  });

  test("is accepted if its rooms are updated continuously", async () => {
    served = await listing([
      { rooms: [summary("a", 0)], nextToken: "1" },
      ...Array.from({ length: 500 }, (_, second) => ({ rooms: [summary("b", second + 1)] })),
    ]);
    expect([...(await read()).keys()]).toEqual([arn("a"), arn("b")]);
    expect(served.asked.length).toBeLessThan(110);
  });
});
