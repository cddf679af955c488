import { useProject } from "../support/project";
import { arn, operations, useLocalIvsChat } from "../support/service";

const lobby = arn("LobbyLobby12");
const stage = arn("StageStage12");

const tags = { team: "live", stage: "a" };
const service = useLocalIvsChat({
  state: {
    rooms: [
      { arn: lobby, name: "lobby", tags, maximumMessageLength: 500 },
      { arn: stage, name: "stage" },
    ],
  },
});
const project = useProject({ files: { "index.ts": "" }, env: { AWS_REGION: "us-east-1" } });

interface Case {
  readonly ignored: readonly string[];
  /** The arguments that select the room: in the first update, and in the preview. */
  readonly first?: string;
  readonly then?: string;
  readonly changes: readonly string[];
}

const byArn = `{ identifier: "${lobby}" }`;
const other = `{ identifier: "${stage}" }`;
const limit = "maximumMessageLength: 500 => 250";
const name = 'name: "lobby" => "foyer"';
const team = 'tags.team: "live" => "night"';
const tag = 'tags.stage: "a" => "b"';
const uri = 'messageReviewHandler.uri: "" => "arn:aws:lambda:us-east-1:123456789012:function:review"';
const fallback = 'messageReviewHandler.fallbackResult: "ALLOW" => "DENY"';
const all = [limit, name, team, tag, uri, fallback];
const but = (...hidden: string[]) => all.filter((change) => !hidden.includes(change));

const cases: Record<string, Case> = {
  nothing: { ignored: [], changes: all },
  limit: { ignored: ["maximumMessageLength"], changes: but(limit) },
  tags: { ignored: ["tags"], changes: but(team, tag) },
  tag: { ignored: ["tags.team"], changes: but(team) },
  "tag-by-index": { ignored: ['tags["team"]'], changes: but(team) },
  "uri-and-name": { ignored: ["messageReviewHandler.uri", "name"], changes: but(uri, name) },
  handler: { ignored: ["messageReviewHandler"], changes: but(uri, fallback) },
  everything: { ignored: ["*"], then: other, changes: [] },
  identifier: { ignored: ["identifier"], then: other, changes: all },
  arn: { ignored: ["arn"], then: other, changes: all },
  "arn-for-a-name": { ignored: ["arn"], then: '{ name: "nobody" }', changes: all },
  "name-looked-for": { ignored: ["name"], first: '{ name: "lobby" }', changes: but(name) },
  "tags-looked-for": { ignored: ["tags"], first: '{ tags: { team: "live" } }', changes: but(team, tag) },
  "tag-looked-for": { ignored: ["tags.team"], first: '{ tags: { team: "live" } }', changes: but(team) },
};

const rooms = (which: "first" | "then") =>
  Object.entries(cases).map(([key, { ignored, first = byArn, then = first }]) => {
    const args = which === "first" ? first : then;
    return `new ExistingRoom("${key}", ${args}, { ignoreChanges: ${JSON.stringify(ignored)} });`;
  });
const programOf = (lines: readonly string[]) =>
  [`import { ExistingRoom } from "pulumi-ivschat";`, ...lines].join("\n");

describe("ignoreChanges", () => {
  test("keeps the recorded value of a member, of part of a member, or of the arguments that select the room", async () => {
    await project.write("index.ts", programOf(rooms("first")));
    await project.expectOk("up", "--skip-preview");
    service.updateRoom(lobby, {
      name: "foyer",
      maximumMessageLength: 250,
      tags: { team: "night", stage: "b" },
      messageReviewHandler: {
        uri: "arn:aws:lambda:us-east-1:123456789012:function:review",
        fallbackResult: "DENY",
      },
    });
    await project.write("index.ts", programOf(rooms("then")));
    const changes = await previewed();
    for (const [key, expected] of Object.entries(cases)) {
      expect({ key, changes: [...(changes.get(key) ?? [])].sort() }).toEqual({
        key,
        changes: [...expected.changes].sort(),
      });
    }
  });

  test("makes --expect-no-changes pass if the option covers every change, with at most one GetRoom request", async () => {
    const everything = programOf([`new ExistingRoom("lobby", ${byArn}, { ignoreChanges: ["*"] });`]);
    await project.write("index.ts", everything);
    await project.expectOk("up", "--skip-preview");
    service.updateRoom(lobby, { maximumMessageLength: 250 });
    service.clearRequests();
    await project.expectOk("preview", "--expect-no-changes");
    expect(operations(service)).toEqual([]);
    // Here, a transform sets the option, and the program selects another room.
    const transformed = `new ExistingRoom("lobby", ${other}, { transforms: [
  ({ props, opts }) => ({ props, opts: { ...opts, ignoreChanges: ["identifier", "maximumMessageLength", "updateTime"] } }),
] });`;
    await project.write("index.ts", programOf([transformed]));
    await project.expectOk("preview", "--expect-no-changes");
    expect(operations(service)).toEqual(["GetRoom"]);
  });

  test("does not copy a recorded member of one room to another", async () => {
    await project.write("index.ts", programOf([`new ExistingRoom("lobby", ${byArn});`]));
    await project.expectOk("up", "--skip-preview");
    await project.write(
      "index.ts",
      programOf([
        `export const { name } = new ExistingRoom("lobby", ${other}, { ignoreChanges: ["name"] });`,
      ]),
    );
    await project.expectOk("up", "--skip-preview");
    expect(await project.outputs()).toEqual({ name: "stage" });
  });

  test("of a limit keeps the recorded limit, and a preview shows the change once the option is removed", async () => {
    // With two recorded rooms, a ListRooms request can replace the GetRoom requests.
    const two = (ignored: readonly string[]) =>
      programOf([
        `new ExistingRoom("first", ${other});`,
        `const room = new ExistingRoom("second", ${byArn}, { ignoreChanges: ${JSON.stringify(ignored)} });`,
        "export const length = room.maximumMessageLength;",
        "export const name = room.name;",
      ]);
    await project.write("index.ts", two([]));
    await project.expectOk("up", "--skip-preview");
    service.updateRoom(lobby, { name: "foyer", maximumMessageLength: 250 });
    await project.write("index.ts", two(["maximumMessageLength"]));
    await project.expectOk("up", "--skip-preview");
    expect(await project.outputs()).toEqual({ length: 500, name: "foyer" });
    await project.expectOk("preview", "--expect-no-changes");
    await project.write("index.ts", two([]));
    expect((await previewed()).get("second")).toEqual([limit]);
  });
});

/** Returns the members that a preview shows as changed, by room. */
async function previewed(): Promise<Map<string, string[]>> {
  const { stdout } = await project.expectOk("preview", "--json");
  const { steps } = JSON.parse(stdout) as { steps: Step[] };
  return new Map(
    steps
      .filter(({ urn }) => urn.includes("ExistingRoom"))
      .map(({ urn, op, oldState, newState }) => [
        urn.split("::").at(-1) ?? "",
        op === "same" ? [] : differences(oldState?.outputs ?? {}, newState?.inputs ?? {}),
      ]),
  );
}

interface Step {
  readonly op: string;
  readonly urn: string;
  readonly oldState?: { readonly outputs?: object };
  readonly newState?: { readonly inputs?: object };
}

function differences(before: object, after: object, path = ""): string[] {
  const [old, now] = [before, after] as Record<string, unknown>[];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys]
    .filter((key) => !key.startsWith("__") && key !== "updateTime")
    .flatMap((key) => {
      const [a, b] = [old?.[key], now?.[key]];
      if (isObject(a) && isObject(b)) return differences(a, b, `${path}${key}.`);
      return JSON.stringify(a) === JSON.stringify(b)
        ? []
        : [`${path}${key}: ${JSON.stringify(a)} => ${JSON.stringify(b)}`];
    });
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
