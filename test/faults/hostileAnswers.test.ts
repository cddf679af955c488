import { getRoom, getRooms, type GetRoomResult } from "../../src";
import { type Fault, useFaultServers } from "../support/faultServer";
import { answer, huge, lobby, right, room, rightAnswer, summary } from "./answers";

const startFaultServer = useFaultServers();
const serve = (fault: Fault) => startFaultServer([fault]);
const read = async (fault: Fault) => getRoom({ identifier: lobby, endpoint: (await serve(fault)).endpoint });

/** Returns a fault that sends correct answers with the tags in this JSON text. */
const tagged =
  (tags: string): Fault =>
  (exchange) => {
    const text = JSON.stringify(rightAnswer(exchange)).replace(JSON.stringify(room.tags), tags);
    answer(200, text)(exchange);
  };

const machinery = `{"__proto__":"p","constructor":"c","prototype":"t","hasOwnProperty":"h","toString":"","length":"1"}`;

describe("tags with the names of built-in object properties, for example __proto__,", () => {
  const expectPlain = ({ tags }: GetRoomResult) => {
    expect(Object.entries(tags)).toEqual(Object.entries(JSON.parse(machinery) as object));
    expect(Object.getPrototypeOf(tags)).toBe(Object.prototype);
    expect(JSON.stringify(tags)).toBe(machinery);
  };

  test("are plain members of getRoom's result", async () => {
    expectPlain(await read(tagged(machinery)));
  });

  test("are plain members of getRooms' result, and can be used as filters", async () => {
    const { endpoint } = await serve(tagged(machinery));
    const tags = JSON.parse(machinery) as Record<string, string>;
    const { rooms } = await getRooms({ region: "us-east-1", endpoint, tags });
    expect(rooms).toHaveLength(1);
    rooms.forEach(expectPlain);
  });

  test("do not match a room without these tags", async () => {
    const { endpoint } = await serve(right);
    const tags = JSON.parse(`{"__proto__":"p"}`) as Record<string, string>;
    expect(await getRooms({ region: "us-east-1", endpoint, tags })).toEqual({ rooms: [] });
  });
});

describe("an answer with a `__proto__` member", () => {
  const { maximumMessageLength, ...rest } = room;
  const inherited = JSON.stringify(rest).replace(
    "{",
    `{"__proto__":{"maximumMessageLength":400,"polluted":1},`,
  );

  test("is rejected if a required member is only in `__proto__`", async () => {
    expect(maximumMessageLength).toBe(400);
    await expect(read(answer(200, inherited))).rejects.toThrow("maximumMessageLength is missing");
  });

  test("does not change the prototype of other objects", async () => {
    await read(answer(200, inherited)).catch(() => undefined);
    expect({}).not.toHaveProperty("polluted");
  });
});

test("strings that look like code, a path or a URL are returned unchanged", async () => {
  const texts = ["${1 + 1}", "{{ 7 * 7 }}", "../../etc/passwd", "file:///etc/passwd", "$(id)", "<script>"];
  const [uri = "", ...values] = texts;
  const tags = Object.fromEntries(values.map((value) => [value, value]));
  const changed = { ...room, messageReviewHandler: { uri, fallbackResult: "DENY" }, tags };
  const result = await read(answer(200, changed));
  expect(result.messageReviewHandler.uri).toBe(uri);
  expect(result.tags).toEqual(tags);
});

test("URLs in a ListRooms response are not followed", async () => {
  const elsewhere = { ...summary, endpoint: "http://127.0.0.1:1", href: "file:///etc/passwd" };
  const server = await serve((exchange) => {
    if (exchange.operation === "ListRooms") answer(200, { rooms: [elsewhere] })(exchange);
    else right(exchange);
  });
  const { rooms } = await getRooms({ region: "us-east-1", endpoint: server.endpoint });
  expect(rooms.map(({ arn }) => arn)).toEqual([lobby]);
  expect(server.operations).toEqual(["ListRooms", "GetRoom"]);
});

test.each([301, 302, 307, 308])(
  "a redirect (%i) is not followed, because the request is signed for one host",
  async (status) => {
    const target = await serve(right);
    const redirect = answer(status, "", { location: `${target.endpoint}/GetRoom` });
    await expect(read(redirect)).rejects.toThrow(`status ${status} that is not from the service`);
    expect(target.operations).toEqual([]);
  },
);

test("a body larger than 8 MB is rejected without reading all of it", async () => {
  let sent = 0;
  await expect(
    read((exchange) => {
      huge(exchange);
      exchange.response.on("drain", () => (sent = exchange.socket.bytesWritten));
    }),
  ).rejects.toThrow("the answer is larger than 8 MB");
  expect(sent).toBeGreaterThan(8 * 1024 * 1024);
  expect(sent).toBeLessThan(40 * 1024 * 1024);
});
