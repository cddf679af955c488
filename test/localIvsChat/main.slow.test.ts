import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetRoomCommand, IvschatClient } from "@aws-sdk/client-ivschat";

const root = join(__dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "ivschat-cli-"));
const arn = "arn:aws:ivschat:eu-west-1:123456789012:room/LobbyLobby12";
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]) =>
  spawn(
    process.execPath,
    [join(root, "node_modules/tsx/dist/cli.mjs"), "test/support/localIvsChat/main.ts", ...args],
    {
      cwd: root,
    },
  );
const printed = (child: ChildProcess, stream: "stdout" | "stderr") =>
  new Promise<string>((resolve) =>
    child[stream]?.once("data", (data: Buffer) => {
      resolve(data.toString());
    }),
  );
const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once("exit", resolve));

describe("npm run local-ivschat", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "serves the rooms of a file, logs each request, and stops on %s",
    async (signal) => {
      const [rooms, log] = [join(folder, "rooms.json"), join(folder, `${signal}.log`)];
      writeFileSync(rooms, JSON.stringify({ rooms: [{ arn, name: "lobby", maximumMessageLength: 42 }] }));
      const child = run("--port", "0", "--rooms", rooms, "--log", log, "--latency", "1", "--quota");
      const [, endpoint = ""] =
        /^IVS Chat is listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(await printed(child, "stdout")) ?? [];
      const client = new IvschatClient({
        region: "eu-west-1",
        endpoint,
        credentials: { accessKeyId: "AKID", secretAccessKey: "s" },
      });
      expect(await client.send(new GetRoomCommand({ identifier: arn }))).toMatchObject({
        maximumMessageLength: 42,
      });
      client.destroy();
      const [line] = readFileSync(log, "utf8").split("\n");
      expect(JSON.parse(line ?? "")).toMatchObject({ operation: "GetRoom", status: 200, identifier: arn });
      child.kill(signal);
      expect(await ended(child)).toBe(0);
    },
  );

  test("resolves file names relative to the folder where npm was started, and ends with npm", async () => {
    writeFileSync(join(folder, "here.json"), JSON.stringify({ rooms: [{ arn }] }));
    const args = ["--port", "0", "--rooms", "here.json", "--log", "here.log", "--region", "eu-west-1"];
    const child = spawn("npm", ["--prefix", root, "run", "--silent", "local-ivschat", "--", ...args], {
      cwd: folder,
    });
    const [endpoint = ""] = /http:\/\/[\d.:]+/.exec(await printed(child, "stdout")) ?? [];
    expect((await fetch(`${endpoint}/GetRoom`, { method: "POST" })).status).toBe(403);
    expect(readFileSync(join(folder, "here.log"), "utf8")).toContain('"operation":"GetRoom","status":403');
    child.kill("SIGTERM");
    await ended(child);
    await expect(fetch(endpoint)).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
  });

  test.each([
    [["--region", "eu-north-1"], 'local-ivschat: --region "eu-north-1" is not one of us-east-1, us-west-2, '],
    [["--port", "many"], 'local-ivschat: --port "many" is not a whole number from 0 to 65535\n'],
    [["--rooms", "/no/such/file"], "local-ivschat: cannot read the rooms in /no/such/file: ENOENT"],
    [["--bogus"], "Unknown option '--bogus'"],
  ])("exits with an error that says what is wrong with the arguments %j", async (args, message) => {
    const child = run(...args);
    const [error, code] = await Promise.all([printed(child, "stderr"), ended(child)]);
    expect(error).toContain(message);
    expect(code).toBe(1);
  });
});
