import { useProject } from "../support/project";
import { arn, useLocalIvsChat } from "../support/service";

const lobby = arn("LobbyLobby12");
const type = "pulumi-nodejs:dynamic/ivschat:ExistingRoom";

const service = useLocalIvsChat({ state: { rooms: [{ arn: lobby, name: "lobby" }] } });
const project = useProject({ files: { "index.ts": "" } });

const write = (...lines: string[]) =>
  project.write(
    "index.ts",
    [
      `import { ExistingRoom, getRoomOutput } from "pulumi-ivschat";`,
      `const identifier = "${lobby}";`,
      ...lines,
    ].join("\n"),
  );
const tracked = `new ExistingRoom("tracked", { identifier });`;
const got = `export const got = ExistingRoom.get("got", identifier).maximumMessageLength;`;

/** Returns the lines of a command's output that show differences. */
const diffs = (output: string) =>
  [...output.matchAll(/ (tracked|got) .*\[diff: (.*?)\]/g)].map(([, ...of]) => of.join(" "));

describe("preview and refresh", () => {
  test("show no difference for an unchanged room, and show the differences of a changed room, also with ExistingRoom.get", async () => {
    await write(tracked, got);
    await project.expectOk("up", "--skip-preview");
    expect(diffs((await project.expectOk("preview", "--refresh")).output)).toEqual([]);
    expect((await project.expectOk("refresh", "--skip-preview")).output).toContain("3 unchanged");
    const quiet = await project.expectOk("preview", "--diff");
    // The preview lists a resource that is read, without an added or removed line.
    expect(quiet.output).not.toMatch(/^ *[-+~] /m);

    service.updateRoom(lobby, { maximumMessageLength: 250 });
    const changed = await project.expectOk("preview", "--refresh");
    expect(new Set(diffs(changed.output))).toEqual(new Set(["tracked ~maximumMessageLength,updateTime"]));
    const refreshed = await project.expectOk("refresh", "--skip-preview", "--diff");
    expect(refreshed.output.match(/~ maximumMessageLength *: 500 => 250/g)).toHaveLength(2);
    expect(refreshed.output).not.toMatch(/^ *[-+] +\w+ *:/m);
    expect(refreshed.output).toContain("2 updated");
  });

  test("print each failed read in one line", async () => {
    await write(tracked, got);
    await project.expectOk("up", "--skip-preview");
    service.setDenied("AKIDTEST", ["ivschat:GetRoom", "ivschat:ListRooms"]);
    for (const command of ["refresh", "preview"]) {
      const { ok, output } = await project.pulumi(command);
      expect(ok).toBe(false);
      const [, diagnostics = ""] = output.split("Diagnostics:");
      const lines = diagnostics.split("\n").map((line) => line.trim());
      const said = lines.filter(
        (line) => line !== "" && !/^(pulumi|Resources:|\d+ |error: preview failed)/.test(line),
      );
      // The engine may stop at the first failure.
      expect(said.length).toBeGreaterThan(0);
      for (const line of said) expect(line).toMatch(/^error: .*cannot read room .*: access denied/);
      expect(output).not.toContain("AccessDeniedError");
    }
  });

  test("handle a deleted room: the preview fails with the advice to run `pulumi refresh`, and the refresh removes the room from the state", async () => {
    await write(tracked);
    await project.expectOk("up", "--skip-preview");
    service.deleteRoom(lobby);
    const { ok, output } = await project.pulumi("preview");
    expect(ok).toBe(false);
    expect(output).toMatch(
      /there is no such room .*it was deleted after this stack recorded it; run `pulumi refresh`/,
    );
    expect(output).not.toContain("check the ARN");
    await project.expectOk("refresh", "--skip-preview");
    expect((await project.state()).map((resource) => resource.type)).not.toContain(type);
    // The ARN of a room that was never recorded may be misspelt, so the advice differs.
    expect((await project.pulumi("preview")).output).toContain("check the ARN");
  });
});

describe("a program with an unsupported option", () => {
  test.each([
    [
      "the option import",
      `new ExistingRoom("room", { identifier }, { import: identifier });`,
      "does not support the option `import`",
    ],
    [
      "a function's provider that is not an aws.Provider",
      `export const room = getRoomOutput({ identifier }, { provider: {} as any });`,
      "the provider must be an aws.Provider",
    ],
    [
      "a resource's provider that is not an aws.Provider",
      `new ExistingRoom("room", { identifier }, { provider: {} as any });`,
      "the provider must be an aws.Provider",
    ],
  ])("is rejected in one line: %s", async (_, line, says) => {
    await write(line);
    const { ok, output } = await project.pulumi("preview");
    expect(ok).toBe(false);
    const [, diagnostics = ""] = output.split("Diagnostics:");
    const lines = diagnostics.split("\n").map((text) => text.trim());
    expect(lines.filter((text) => text !== "" && !/^(pulumi:|Resources:|[+\d])/.test(text))).toEqual([
      expect.stringContaining(says),
    ]);
  });
});
