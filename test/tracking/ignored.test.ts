import { placeholder } from "../../src/tracking/properties";
import { checkAll, providerAt, recordedAs, type Checked } from "../support/providerProcess";
import { arn, operations, useLocalIvsChat } from "../support/service";

const lobby = arn("LobbyLobby12");
const stage = arn("StageStage12");
const others = ["One", "Two", "Three"].map((name) => arn(`${name}Others12`));

const service = useLocalIvsChat({
  state: { rooms: [lobby, stage, ...others].map((room) => ({ arn: room, name: room.slice(-12) })) },
});

const recorded = (room: string) => recordedAs(service.room(room) ?? {});
const check = async (olds: object, news: object) => {
  const provider = await providerAt(service);
  const placeholders = { tags: placeholder, messageReviewHandler: placeholder };
  return (await provider.check({ ...olds }, { ...placeholders, ...news })) as Checked;
};

describe("a member in ignoreChanges", () => {
  test("keeps its recorded value, and is marked as ignored in the state", async () => {
    const olds = { ...recorded(lobby), maximumMessageLength: 7 };
    const news = { identifier: lobby, __lookup: { identifier: lobby } };
    const { inputs } = await check(olds, { ...news, maximumMessageLength: 7 });
    expect(inputs).toEqual({ ...olds, __ignored: ["maximumMessageLength"] });
    expect((await check(olds, news)).inputs).toEqual(recorded(lobby));
  });

  test("is read again when it is no longer ignored, even if ListRooms shows no change", async () => {
    const kept = { ...recorded(lobby), maximumMessageLength: 7, __ignored: ["maximumMessageLength"] };
    const rooms = [...others.map(recorded), kept];
    const read = await checkAll(await providerAt(service), rooms);
    expect(read.at(-1)).toEqual(recorded(lobby));
    // ListRooms confirms that the other rooms are unchanged.
    expect(operations(service)).toContain("ListRooms");
  });

  test("does not keep its recorded value if a different room is selected", async () => {
    const news = { identifier: stage, __lookup: { identifier: stage }, name: "LobbyLobby12" };
    expect((await check(recorded(lobby), news)).inputs).toEqual(recorded(stage));
  });
});
