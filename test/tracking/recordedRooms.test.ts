import fc from "fast-check";
import { checkAll, providerProcess, recordedAs, type Checked } from "../support/providerProcess";
import { operations, useLocalIvsChat } from "../support/service";

const service = useLocalIvsChat();

interface Situation {
  readonly stack: number;
  readonly account: number;
  readonly changed: number;
}

/** Creates the rooms of an account, records some of them, and then changes some of the recorded rooms. Returns the records. */
function situation({ stack, account, changed }: Situation) {
  const arns = Array.from({ length: account }, (_, index) => {
    const time = new Date(Date.UTC(2026, 0, 1) + ((index * 7919) % 100_000) * 1000).toISOString();
    return service.putRoom({ name: `room-${index}`, createTime: time, tags: { index: String(index) } });
  });
  const step = Math.floor(account / stack);
  const own = arns.filter((_, index) => index % step === 0).slice(0, stack);
  const recorded = own.map((arn) => recordedAs(service.room(arn) ?? {}));
  own.slice(0, changed).forEach((arn) => {
    service.updateRoom(arn, { maximumMessageLength: 99 });
  });
  return recorded;
}

const fast = { "ivschat:requestsPerSecond": "100000" };

describe("RecordedRooms", () => {
  test.each([
    { stack: 1, account: 1, changed: 0 },
    { stack: 1, account: 1000, changed: 0 },
    { stack: 10, account: 10, changed: 1 },
    { stack: 50, account: 50, changed: 0 },
    { stack: 15, account: 1000, changed: 0 },
    { stack: 200, account: 200, changed: 3 },
    { stack: 100, account: 100, changed: 100 },
    { stack: 1000, account: 1000, changed: 0 },
    { stack: 60, account: 1000, changed: 10 },
  ])("sends at most twice the requests of the cheaper way to read, plus one, for %o", async (given) => {
    const recorded = situation(given);
    const cheaper = Math.min(given.stack, Math.ceil(given.account / 50) + given.changed);
    for (const way of ["checks", "reads"] as const) {
      service.clearRequests();
      const provider = await providerProcess(fast);
      const rooms =
        way === "checks"
          ? await checkAll(provider, recorded)
          : (await Promise.all(recorded.map((olds) => provider.read(String(olds.arn), olds)))).map(
              ({ props }) => props as unknown,
            );
      expect(rooms).toEqual(recorded.map(({ arn }) => recordedAs(service.room(String(arn)) ?? {})));
      expect(service.requests.length).toBeLessThanOrEqual(2 * cheaper + 1);
    }
  });

  test("reads a room with GetRoom if the state lacks a member that ListRooms does not return", async () => {
    const recorded = situation({ stack: 20, account: 20, changed: 0 });
    const { maximumMessageLength: _, ...older } = recorded[19] ?? {};
    const rooms = await checkAll(await providerProcess(), [...recorded.slice(0, 19), older]);
    expect(rooms).toEqual(recorded);
  });

  test("reads a single room with one GetRoom and nothing else", async () => {
    const recorded = situation({ stack: 1, account: 60, changed: 0 });
    await checkAll(await providerProcess(), recorded);
    expect(operations(service)).toEqual(["GetRoom"]);
  });

  test("sends at most 3 requests for 50 unchanged rooms in an account of 50 rooms", async () => {
    const recorded = situation({ stack: 50, account: 50, changed: 0 });
    await checkAll(await providerProcess(), recorded);
    expect(service.requests.length).toBeLessThanOrEqual(3);
  });

  test("sends at most 45 requests for 1,000 unchanged rooms in an account of 1,000 rooms", async () => {
    const recorded = situation({ stack: 1000, account: 1000, changed: 0 });
    await checkAll(await providerProcess(fast), recorded);
    expect(service.requests.length).toBeLessThanOrEqual(45);
  });

  test("reads each room with GetRoom if ListRooms is denied", async () => {
    const recorded = situation({ stack: 12, account: 12, changed: 2 });
    service.setDenied("AKIDTEST", ["ivschat:ListRooms"]);
    const rooms = await checkAll(await providerProcess(fast), recorded);
    expect(rooms.filter(({ maximumMessageLength }) => maximumMessageLength === 99)).toHaveLength(2);
    expect(operations(service).filter((operation) => operation === "GetRoom")).toHaveLength(12);
    expect(operations(service).filter((operation) => operation === "ListRooms")).toHaveLength(1);
  });

  test("reads each room with GetRoom if ivschat:readEach is true", async () => {
    const recorded = situation({ stack: 12, account: 12, changed: 0 });
    await checkAll(await providerProcess({ ...fast, "ivschat:readEach": "true" }), recorded);
    expect(operations(service)).toEqual(Array(12).fill("GetRoom"));
  });

  test("sends no request if the rooms' account is not allowed", async () => {
    const recorded = situation({ stack: 4, account: 4, changed: 0 });
    const settings = { ...fast, "aws:allowedAccountIds": '["999999999999"]' };
    const provider = await providerProcess(settings);
    for (const olds of recorded) {
      const { failures } = await provider.check(olds, { identifier: olds.arn });
      expect(failures?.[0]?.reason).toContain("is not one of allowedAccountIds");
    }
    const refreshed = recorded.map((olds) => provider.read(String(olds.arn), olds));
    const outcomes = await Promise.allSettled(refreshed);
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(["rejected"]));
    expect(operations(service)).toEqual([]);
  });

  test("sends one request for a room that is refreshed and checked in the same operation", async () => {
    const [olds = {}] = situation({ stack: 1, account: 3, changed: 1 });
    const provider = await providerProcess();
    const props: unknown = (await provider.read(String(olds.arn), olds)).props;
    expect(await checkAll(provider, [props as Record<string, unknown>])).toMatchObject([
      { maximumMessageLength: 99 },
    ]);
    expect(operations(service)).toEqual(["GetRoom"]);
  });

  test("reads a room again in the next operation", async () => {
    const recorded = situation({ stack: 4, account: 4, changed: 0 });
    await checkAll(await providerProcess(fast), recorded);
    service.updateRoom(String(recorded[3]?.arn), { maximumMessageLength: 42 });
    const rooms = await checkAll(await providerProcess(fast), recorded);
    expect(rooms[3]?.maximumMessageLength).toBe(42);
  });

  test("returns the same rooms as GetRoom, for any changes to the rooms", async () => {
    const change = fc.record({
      room: fc.nat(7),
      kind: fc.constantFrom("limit", "rate", "handler", "name", "tags", "delete", "create"),
      value: fc.integer({ min: 1, max: 100 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 7 }),
        fc.array(change, { maxLength: 12 }),
        async (count, history) => {
          const arns = Array.from({ length: count }, (_, index) =>
            service.putRoom({ name: `room-${index}`, tags: { index: String(index) } }),
          );
          const recorded = arns.map((arn) => recordedAs(service.room(arn) ?? {}));
          for (const { room, kind, value } of history) apply(arns[room % count] ?? "", kind, value);
          const outcome = async (config: Record<string, string>) => {
            const provider = await providerProcess(config);
            const rooms: unknown[] = [];
            for (const olds of recorded) {
              const { inputs, failures } = (await provider.check(olds, { identifier: olds.arn })) as Checked;
              rooms.push(inputs ?? failures?.[0]?.property);
            }
            return rooms;
          };
          const quick = await outcome(fast);
          expect(quick).toEqual(await outcome({ ...fast, "ivschat:readEach": "true" }));
          for (const arn of arns) service.deleteRoom(arn);
        },
      ),
      { numRuns: 40 },
    );
  });
});

function apply(arn: string, kind: string, value: number): void {
  if (kind === "create") service.putRoom({ name: `new-${value}` });
  if (!service.room(arn)) return;
  if (kind === "limit") service.updateRoom(arn, { maximumMessageLength: value });
  if (kind === "rate") service.updateRoom(arn, { maximumMessageRatePerSecond: value });
  if (kind === "handler")
    service.updateRoom(arn, { messageReviewHandler: { uri: "", fallbackResult: "DENY" } });
  if (kind === "name") service.updateRoom(arn, { name: `renamed-${value}` });
  if (kind === "tags") service.setTags(arn, { value: String(value) });
  if (kind === "delete") service.deleteRoom(arn);
}
