import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const version = /pkg\/v3 v(\S+)/;
/** What the engine starts, beside it. */
const companions = ["pulumi-analyzer-policy", "pulumi-language-nodejs", "pulumi-resource-pulumi-nodejs"];
const goThatBuilds = `while [ "$1" != -o ]; do shift; done; /bin/mkdir -p "\${2%/*}"; echo built > "$2"`;
const noNetwork = `globalThis.fetch = () => Promise.reject(new Error("unreachable"))`;

let folder: string;
let path: string;
let cache: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ivschat-setup-"));
  path = join(folder, "path");
  cache = join(folder, "cache");
  await mkdir(path);
});
afterEach(() => rm(folder, { recursive: true }));

describe("flags", () => {
  it("refuses an unknown one and says which there are", async () => {
    const { status, stdout, stderr } = await setup("--print-engine");

    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(
      /^setup: unknown flag --print-engine\nusage: .*--packages-only \| --print-engine-path/,
    );
  });

  it("--packages-only asks for no engine", async () => {
    expect(await setup("--packages-only")).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});

describe("a pulumi on PATH", () => {
  it("is used where it lies when all that it starts lies beside it", async () => {
    await program("pulumi", "echo v3.250.2");
    for (const name of companions) await program(name, "");

    expect(await setup("--print-engine-path")).toEqual({ status: 0, stdout: `${path}\n`, stderr: "" });
  });

  it("is linked to from the cache, beside what it lacks, when it has not all of that", async () => {
    await program("pulumi", `[ "$1" = version ] && echo v3.248.0-alpha.1`);
    await program("pulumi-language-nodejs", "");

    const { status, stdout } = await setup("--print-engine-path");

    expect(status).toBe(0);
    expect(stdout.startsWith(cache)).toBe(true);
    expect((await readdir(stdout.trim())).sort()).toEqual([
      "pulumi",
      "pulumi-analyzer-policy",
      "pulumi-resource-pulumi-nodejs",
    ]);
    expect(await execute(join(stdout.trim(), "pulumi"), ["version"])).toMatchObject({
      stdout: "v3.248.0-alpha.1\n",
    });
  });

  it("is not mistaken for one in another folder whose path ends alike", async () => {
    const alike = "/a-folder-whose-name-is-long-enough-to-hide-what-comes-before-it";
    const versions = ["v3.250.1", "v3.250.2"];
    const found: string[] = [];
    for (const version of versions) {
      path = join(folder, version, alike);
      await mkdir(path, { recursive: true });
      await program("pulumi", `echo ${version}`);
      await program("pulumi-language-nodejs", "");
      const { stdout } = await setup("--print-engine-path");
      found.push((await execute(join(stdout.trim(), "pulumi"), ["version"])).stdout.trim());
    }
    expect(found).toEqual(versions);
  });

  it("gets a language host that is built, where it has none", async () => {
    await program("pulumi", "echo v3.250.2");
    await program("go", goThatBuilds);

    const { stdout, stderr } = await setup("--print-engine-path");

    expect(stderr).toMatch(/building Pulumi's language host for Node.js 3\.\d+\.\d+ .*about 80 seconds/);
    expect(await readFile(join(stdout.trim(), "pulumi-language-nodejs"), "utf8")).toBe("built\n");
  });

  it("without a language host, and without Go, says what helps", async () => {
    await program("pulumi", "echo v3.250.2");

    const { status, stderr } = await setup();

    expect(status).toBe(1);
    expect(stderr).toMatch(/^setup: there is no pulumi-language-nodejs beside .*no go on PATH/);
    expect(stderr).toContain("install Pulumi: https://www.pulumi.com/docs/install/");
  });

  it.each([
    ["too old", "echo v3.247.0", "is 3.247.0; 3.248.0 to below 4 is needed"],
    ["of the next major version", "echo v4.0.0", "is 4.0.0; 3.248.0 to below 4 is needed"],
    ["of no known version", "echo hello", "is of an unknown version"],
    ["broken", "echo ouch >&2; exit 3", "version fails: ouch"],
  ])("is not used when it is %s", async (_, script, reason) => {
    await program("pulumi", script);

    const { status, stderr } = await setup();

    expect(status).toBe(1);
    expect(stderr).toContain(`PATH: ${join(path, "pulumi")} ${reason}`);
  });
});

describe("without a pulumi on PATH", () => {
  it("uses the engine in the cache", async () => {
    const cached = join(cache, `engine-${await pinnedVersion()}-${process.platform}-${process.arch}`, "bin");
    await mkdir(cached, { recursive: true });
    for (const name of companions) await writeFile(join(cached, name), "");

    expect(await setup("--print-engine-path")).toEqual({ status: 0, stdout: `${cached}\n`, stderr: "" });
  });

  it("adds to the engine in the cache what an earlier set-up did not provide", async () => {
    const cached = join(cache, `engine-${await pinnedVersion()}-${process.platform}-${process.arch}`, "bin");
    await mkdir(cached, { recursive: true });
    await writeFile(join(cached, "pulumi"), "as it was");
    await program("go", goThatBuilds);

    expect((await setup()).status).toBe(0);
    expect((await readdir(cached)).sort()).toEqual(["pulumi", ...companions]);
    expect(await readFile(join(cached, "pulumi"), "utf8")).toBe("as it was");
  });

  it("builds one where the download fails, and a second set-up waits for it", async () => {
    await program("go", `/bin/sleep 1; ${goThatBuilds}`);

    const both = await Promise.all([setup("--print-engine-path"), setup("--print-engine-path")]);

    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(both[0].stdout).toBe(both[1].stdout);
    const lines = both.map(({ stderr }) => stderr).join("");
    expect(lines.match(/building the Pulumi engine/g)).toHaveLength(1);
    expect(lines).toMatch(/download: .*unreachable/);
    expect(lines).toMatch(/done in \d+ s/);
    expect(lines).toMatch(/waiting for another set-up/);
    expect(lines.match(/building Pulumi's language host/g)).toHaveLength(1);
    expect((await readdir(both[0].stdout.trim())).sort()).toEqual(["pulumi", ...companions]);
    expect(await readdir(cache)).toHaveLength(2);
  });

  it("takes over from a set-up that died", async () => {
    await program("go", goThatBuilds);
    const making = join(cache, `engine-${await pinnedVersion()}-${process.platform}-${process.arch}.making`);
    await mkdir(making, { recursive: true });
    await writeFile(join(making, "owner.json"), JSON.stringify({ host: hostname(), process: 2 ** 30 }));

    const { status, stderr } = await setup();

    expect(status).toBe(0);
    expect(stderr).toMatch(/taking over .*\.making/);
  });

  it("says what was tried, why each failed and what helps", async () => {
    const { status, stdout, stderr } = await setup();

    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    const error = stderr.slice(stderr.indexOf("setup: there is no Pulumi engine"));
    expect(error.replaceAll(cache, "CACHE").replaceAll(/\d+\.\d+\.\d+/g, "N")).toBe(
      `setup: there is no Pulumi engine to be had. Tried:
  PATH: no pulumi there
  cache: CACHE/engine-N-${process.platform}-${process.arch} is not there
  download: Failed to download https://get.pulumi.com/install.sh: unreachable
  Go build: no go on PATH (Go N or later is needed)
Any one of these helps; then run \`npm run setup\` again:
  install Pulumi: https://www.pulumi.com/docs/install/
  install Go N or later, which builds the engine: https://go.dev/dl/
  put the folder of a \`pulumi\` that you have on PATH
`,
    );
    expect(await readdir(cache)).toEqual([]);
  });
});

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Set-up with nothing on PATH but what the test put there, and the download out of reach. */
function setup(...flags: string[]): Promise<Ended> {
  return execute(process.execPath, [join(root, "scripts/setup.mjs"), ...flags], {
    PATH: path,
    PULUMI_IVSCHAT_CACHE: cache,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(noNetwork)}`,
  });
}

function execute(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
    child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
    child.on("error", failed);
    child.on("close", (status) => {
      done({ status, stdout, stderr });
    });
  });
}

async function program(name: string, script: string): Promise<void> {
  await writeFile(join(path, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(path, name), 0o755);
}

async function pinnedVersion(): Promise<string> {
  return version.exec(await readFile(join(root, "scripts/engine/go.mod"), "utf8"))?.[1] ?? "";
}
