import type { RoomReadError } from "../../src";
import { getLoggingConfiguration, getRoom, getRooms, InvalidRoomIdentifierError } from "../../src";
import { answer, json, lobby, logs, loggingConfigurationWith, right, summary } from "../faults/answers";
import { useFaultServers } from "../support/faultServer";

const serverWith = useFaultServers();
const failure = (read: Promise<unknown>) =>
  read.then(
    () => undefined,
    (error: unknown) => error as RoomReadError,
  );

describe("the region", () => {
  test("may be given with an identifier that contains the same region", async () => {
    const { endpoint } = await serverWith([right]);
    expect((await getRoom({ identifier: lobby, region: "us-east-1", endpoint })).arn).toBe(lobby);
  });

  test("must not contradict the identifier", async () => {
    const error = await failure(getRoom({ identifier: lobby, region: "eu-west-1" }));
    expect(error).toBeInstanceOf(InvalidRoomIdentifierError);
    expect(error?.message).toMatch(
      /region.*eu-west-1.*contradicts the identifier: arn.*is in us-east-1; omit region/,
    );
  });

  test.each([
    ["a room", getRoom, lobby, `room ${lobby.replace("us-east-1", "s3")}`],
    [
      "a logging configuration",
      getLoggingConfiguration,
      logs,
      `logging configuration ${logs.replace("us-east-1", "s3")}`,
    ],
  ])("is named in the error if the region in the ARN of %s is invalid", async (_what, read, arn, what) => {
    const identifier = arn.replace("us-east-1", "s3");
    const error = await failure(read({ identifier }));
    expect(error?.message).toMatch(new RegExp(`^cannot read ${what}`));
    expect(error).toMatchObject({ identifier, region: "s3" });
  });

  test.each([
    ["getRoom", getRoom],
    ["getRooms", getRooms],
  ])("is named in the error if the region argument of %s is invalid", async (_name, read) => {
    const error = await failure(read({ name: "lobby", region: "s3" }));
    expect(error?.message).toMatch(/^cannot read rooms in s3: "s3" is not the name of an AWS region/);
    expect(error).toMatchObject({ region: "s3", identifier: undefined });
  });
});

describe("a logging configuration", () => {
  test("with another ARN than the requested ARN is rejected after a second request", async () => {
    const other = logs.replace("ChatLogs0001", "ChatLogs0002");
    const { endpoint, operations } = await serverWith([
      loggingConfigurationWith({ arn: other, id: "ChatLogs0002" }),
    ]);
    const error = await failure(getLoggingConfiguration({ identifier: logs, endpoint }));
    expect(error?.message).toMatch(new RegExp(`^cannot read logging configuration ${logs} in us-east-1`));
    expect(error?.message).toContain(`arn is "${other}"; expected ${logs}, the requested ARN`);
    expect(operations).toEqual(["GetLoggingConfiguration", "GetLoggingConfiguration"]);
  });
});

describe("a page of ListRooms", () => {
  test.each([
    ["without rooms", { other: [] }, "rooms is missing"],
    ["whose rooms are not an array", { rooms: {} }, "expected an array"],
    ["with more than 50 rooms", { rooms: Array(51).fill(summary) }, "expected an array of at most 50"],
    ["with a token that is not a string", { rooms: [], nextToken: 5 }, "nextToken is 5"],
    [
      "with a very long token",
      { rooms: [], nextToken: "x".repeat(8193) },
      "expected a token of at most 8192 characters",
    ],
  ])("%s is rejected", async (_what, body, message) => {
    const { endpoint } = await serverWith([answer(200, body, json)]);
    const error = await failure(getRooms({ region: "us-east-1", endpoint }));
    expect(error).toMatchObject({ code: "IncompleteAnswer", region: "us-east-1" });
    expect(error?.message).toContain(message);
  });

  test("is requested with the filters that the service supports", async () => {
    const bodies: unknown[] = [];
    const { endpoint } = await serverWith([
      (exchange) => {
        bodies.push(exchange.body);
        answer(200, { rooms: [] })(exchange);
      },
    ]);
    const filters = {
      name: "lobby",
      messageReviewHandlerUri: "arn:aws:lambda:us-east-1:123456789012:function:review",
      loggingConfigurationIdentifier: logs,
    };
    const connection = { region: "us-east-1", endpoint };
    await getRooms({ ...filters, ...connection });
    await getRooms({ namePrefix: "l", tags: { a: "b" }, ...connection });
    await failure(getRoom({ name: "", ...connection }));
    expect(bodies).toEqual([{ ...filters, maxResults: 50 }, { maxResults: 50 }, { maxResults: 50 }]);
  });
});

const listed = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...summary,
    arn: `${lobby}${index}`,
    id: `LobbyLobby12${index}`,
  }));

test.each([
  [0, "searched 0 rooms that the service lists for that name"],
  [1, "searched 1 room that the service lists for that name"],
  [2, "searched 2 rooms that the service lists for that name"],
])(
  "if none of %i listed rooms has the name, the error says how many rooms were searched",
  async (count, message) => {
    const { endpoint } = await serverWith([answer(200, { rooms: listed(count) })]);
    const error = await failure(getRoom({ name: "other", region: "us-east-1", endpoint }));
    expect(error?.message).toContain(message);
    expect(error).toMatchObject({ code: "RoomNotFound", region: "us-east-1" });
  },
);

test.each([10, 11])("an error about %i rooms with the same name lists ten ARNs", async (count) => {
  const { endpoint } = await serverWith([answer(200, { rooms: listed(count) })]);
  const error = await failure(getRoom({ name: "lobby", region: "us-east-1", endpoint }));
  expect(error).toMatchObject({ code: "AmbiguousRoom", region: "us-east-1" });
  expect(error?.message.match(/arn:aws/g)).toHaveLength(10);
  expect(error?.message).toMatch(count === 10 ? /LobbyLobby12\d; pass/ : /LobbyLobby12\d+, and 1 more; pass/);
});
