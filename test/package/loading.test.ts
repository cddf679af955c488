import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { startLocalIvsChat } from "../support/localIvsChat";
import { serviceEnvironment } from "../support/serviceEnvironment";

const root = join(__dirname, "..", "..");
const identifier = "arn:aws:ivschat:us-east-1:123456789012:room/LobbyLobby12";

/** Returns the packages that a program loads. The program runs in its own process. */
async function loadedBy(program: string, flags: string[] = []): Promise<string[]> {
  const service = await startLocalIvsChat({ state: { rooms: [{ arn: identifier }] } });
  const tell = `process.on("exit", () => console.log(JSON.stringify(Object.keys(require.cache))));`;
  const asModule = `import { createRequire } from "node:module"; const require = createRequire(process.cwd() + "/");`;
  const source = (flags.length > 0 ? asModule : "") + tell + program;
  const child = spawn(process.execPath, [...flags, "-e", source], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      ...serviceEnvironment(service),
    },
  });
  let output = "";
  let errors = "";
  child.stdout.on("data", (data: Buffer) => (output += data.toString()));
  child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
  await new Promise((resolve) => child.once("close", resolve));
  await service.close();
  const files = JSON.parse(output.trim().split("\n").at(-1) || JSON.stringify([errors])) as string[];
  return [...new Set(files.map((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? file))];
}

/** Returns the packages that a program loads in addition to those that @pulumi/pulumi loads. */
async function addedBy(program: string, flags: string[] = []): Promise<string[]> {
  const own = new Set(await loadedBy('require("@pulumi/pulumi");'));
  return (await loadedBy(program, flags)).filter((name) => !own.has(name));
}
const isOfThePackage = (name: string) => name.startsWith(join(root, "dist"));

describe("the package", () => {
  test.each([
    ["require", 'require("pulumi-ivschat");', []],
    ["require of the provider", 'require("pulumi-ivschat/provider");', []],
    ["import", 'import "pulumi-ivschat";', ["--input-type=module"]],
  ])("loads only its own files, in addition to Pulumi, on %s", async (_how, program, flags) => {
    const added = await addedBy(program, flags);
    expect(added).toContain(join(root, "dist", program.includes("provider") ? "provider.js" : "index.js"));
    expect(added.filter((name) => !isOfThePackage(name))).toEqual([]);
  });

  test("loads the AWS SDK for the first read, without the STS client and proxy packages", async () => {
    const read = `require("pulumi-ivschat").getRoom({ identifier: "${identifier}" })`;
    const added = await addedBy(`${read}.then(({ arn }) => console.error(arn));`);
    expect(added).toContain("@aws-sdk/client-ivschat");
    expect(added.filter((name) => /client-sts|proxy-agent/.test(name))).toEqual([]);
  });
});

test("every export can be imported by name, and classes have the names of their exports", () => {
  const { stdout } = spawnSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `import * as all from "pulumi-ivschat"; import { existingRoomProvider } from "pulumi-ivschat/provider";
       import { createRequire } from "node:module";
       const required = createRequire(process.cwd() + "/")("pulumi-ivschat");
       const missing = Object.keys(required).filter((name) => required[name] !== all[name]);
       const classes = Object.entries(required).filter(([, member]) => member.prototype?.constructor === member);
       const renamed = classes.filter(([name, member]) => /^[A-Z]/.test(name) && member.name !== name);
       console.log(Object.keys(required).length, missing, renamed, typeof existingRoomProvider.check);`,
    ],
    { cwd: root, encoding: "utf8" },
  );
  expect(stdout).toBe("18 [] [] function\n");
});

test("require and import return the same objects", () => {
  const { stdout } = spawnSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `import { createRequire } from "node:module"; import { getRoom } from "pulumi-ivschat";
       console.log(createRequire(process.cwd() + "/")("pulumi-ivschat").getRoom === getRoom);`,
    ],
    { cwd: root, encoding: "utf8" },
  );
  expect(stdout).toBe("true\n");
});
