import { spawn } from "node:child_process";
import { join } from "node:path";
import { arn, operations, useLocalIvsChat } from "../support/service";

const root = join(__dirname, "..", "..");

const service = useLocalIvsChat({
  state: {
    rooms: [
      { arn: arn("LobbyLobby12"), name: "lobby", maximumMessageLength: 111 },
      { arn: arn("EuropeEurope", "eu-west-1"), name: "lobby", maximumMessageLength: 222 },
    ],
  },
});

test("Automation API programs that run at the same time in one process each use their own configuration", async () => {
  const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
  const child = spawn(process.execPath, [tsx, join(__dirname, "sideBySide.ts")], {
    cwd: root,
    env: process.env,
  });
  let output = "";
  child.stdout.on("data", (data: Buffer) => (output += data.toString()));
  child.stderr.pipe(process.stderr);
  await new Promise((resolve) => child.once("close", resolve));
  expect(JSON.parse(output)).toEqual([
    ["us-east-1", true, [111, 111]],
    ["eu-west-1", true, [222, 222]],
  ]);
  // Each program and each program's provider sends its own requests.
  expect(operations(service).sort()).toEqual([
    ...Array.from({ length: 4 }, () => "GetRoom"),
    ...Array.from({ length: 4 }, () => "ListRooms"),
  ]);
});
