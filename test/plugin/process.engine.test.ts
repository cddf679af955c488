import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endedAfterTest } from "../support/hooks";
import { PluginClient } from "../support/pluginClient";
import { arn, useLocalIvsChat } from "../support/service";
import { pluginExecutable } from "../support/yamlProject";

const lobby = arn("LobbyLobby12");
useLocalIvsChat({ state: { rooms: [{ arn: lobby }] } });

interface Started {
  readonly child: ChildProcess;
  readonly client: PluginClient;
  readonly exit: Promise<unknown[]>;
}

const start = endedAfterTest(
  async (command: string = pluginExecutable, args: string[] = [], env: NodeJS.ProcessEnv = process.env) => {
    const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"], env, detached: true });
    const exit = once(child, "exit");
    const [line] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
    expect(line).toMatch(/^\d+\n$/);
    return { child, client: PluginClient.at(Number(line)), exit } satisfies Started;
  },
  ({ child, client }) => {
    client.close();
    // Ends the process group, which includes all child processes.
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined)
      process.kill(-child.pid, "SIGKILL");
  },
);

describe("the bundled plugin", () => {
  test("exits with code 0 on SIGINT", async () => {
    const { child, exit } = await start();
    child.kill("SIGINT");
    expect(await exit).toEqual([0, null]);
  });

  test("ends when the engine is killed", async () => {
    // Like the engine, this process starts the plugin with a pipe as standard input.
    const engine = `
      const child = require("node:child_process").spawn(${JSON.stringify(pluginExecutable)}, { stdio: ["pipe", "inherit", "inherit"] });
      process.send(child.pid);
      setInterval(() => undefined, 1000);`;
    const parent = spawn(process.execPath, ["-e", engine], { stdio: ["ignore", "pipe", "inherit", "ipc"] });
    const [pid] = (await once(parent, "message")) as [number];
    const output = parent.stdout;
    if (output === null) throw new Error("the stand-in has no standard output");
    await once(output, "data");
    parent.kill("SIGKILL");
    try {
      // The plugin has inherited the other end of this pipe, which closes when the plugin ends. If the plugin does not end, the test times out.
      await expect(once(output, "end")).resolves.toEqual([]);
    } finally {
      kill(pid);
    }
  });

  test("ends a hanging read when the engine sends Cancel", async () => {
    const server: Server = createServer();
    await once(server.listen(0, "127.0.0.1"), "listening");
    const connected = once(server, "connection");
    const { client, child, exit } = await start();
    const { port } = server.address() as AddressInfo;
    await client.configure({ region: "us-east-1", endpoints: [{ ivschat: `http://127.0.0.1:${port}` }] });
    const read = expect(client.invoke("getRoom", { identifier: lobby })).rejects.toThrow("was cancelled");
    const [socket] = (await connected) as [{ destroy(): void }];
    await client.cancel();
    await read;
    child.kill("SIGINT");
    expect(await exit).toEqual([0, null]);
    socket.destroy();
    server.close();
  });

  test("runs with Node.js alone, outside the package's folder", async () => {
    const folder = await mkdtemp(join(tmpdir(), "ivschat-plugin-"));
    try {
      const file = join(folder, "pulumi-resource-ivschat");
      await copyFile(pluginExecutable, file);
      const { AWS_ENDPOINT_URL_IVSCHAT, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = process.env;
      const keys = { AWS_ENDPOINT_URL_IVSCHAT, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY };
      const { client } = await start(process.execPath, [file], keys);
      await client.configure({ region: "us-east-1" });
      expect((await client.invoke("getRoom", { identifier: lobby })).result).toMatchObject({ arn: lobby });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test.each([
    "Configure",
    "Invoke",
    "Check",
    "Read",
    "Diff",
    "Create",
    "Update",
    "Delete",
    "CheckConfig",
    "DiffConfig",
  ])("responds to a malformed %s request with an error, and serves the next request", async (method) => {
    const { client } = await start();
    await expect(client.send(method, Buffer.from([0xff, 0xff, 0xff]))).rejects.toThrow();
    expect(await client.handshake()).toMatchObject({ acceptSecrets: true });
  });

  test.each(["Construct", "Call", "Parameterize", "Attach", "NoSuchMethod"])(
    "responds to %s with UNIMPLEMENTED, and serves the next request",
    async (method) => {
      const { client } = await start();
      await expect(client.send(method, Buffer.alloc(0))).rejects.toThrow(/UNIMPLEMENTED/);
      expect(await client.handshake()).toMatchObject({ acceptSecrets: true });
    },
  );
});

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // The process has already ended.
  }
}
