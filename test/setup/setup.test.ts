import { spawn } from "node:child_process";
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");
const version = /pkg\/v3 v(\S+)/;
/** The programs that the engine starts. They are in the same folder. */
const companions = [
  "pulumi-analyzer-policy",
  "pulumi-language-go",
  "pulumi-language-nodejs",
  "pulumi-language-python",
  "pulumi-language-yaml",
  "pulumi-resource-pulumi-nodejs",
];
/** The other programs in the engine's folder: the script that runs Python programs, and the generator of SDKs. */
const built = ["generateSdk", "pulumi-language-python-exec"];
const goThatLists = `if [ "$1" = list ]; then
  module="\${0%/*}/module/python/cmd"
  /bin/mkdir -p "$module"
  : > "$module/pulumi-language-python-exec"
  echo "\${0%/*}/module"
  exit
fi`;
const goThatBuilds = `${goThatLists}
while [ "$1" != -o ]; do shift; done; /bin/mkdir -p "\${2%/*}"; echo built > "$2"`;
const noNetwork = `globalThis.fetch = () => Promise.reject(new Error("unreachable"))`;

let folder: string;
let path: string;
let cache: string;
let venv: string;
let ci: boolean;
beforeEach(async () => {
  ci = false;
  folder = await mkdtemp(join(tmpdir(), "ivschat-setup-"));
  path = join(folder, "path");
  cache = join(folder, "cache");
  venv = join(folder, "venv");
  await mkdir(path);
});
afterEach(() => rm(folder, { recursive: true }));

describe("npm run setup", () => {
  it("rejects an unknown flag, and lists the known flags", async () => {
    const { status, stdout, stderr } = await setup("--print-engine");

    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(
      /^setup: unknown flag --print-engine\nusage: .*--packages-only \| --print-engine-path/,
    );
  });

  it("needs no engine with --packages-only", async () => {
    expect(await setup("--packages-only")).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});

describe("a pulumi on PATH", () => {
  it("is used in place if all programs that the engine starts are in the same folder", async () => {
    await program("pulumi", "echo v3.250.2");
    for (const name of companions) await program(name, "");
    await pythonPackages();

    expect(await setup("--print-engine-path")).toEqual({ status: 0, stdout: `${path}\n`, stderr: "" });
  });

  it("is linked in the cache, together with the programs that are missing in its folder", async () => {
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

  it("is not mistaken for the pulumi of another folder whose path ends the same", async () => {
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

  it("gets a newly built language host for Node.js if there is none", async () => {
    await program("pulumi", "echo v3.250.2");
    await program("go", goThatBuilds);

    const { stdout, stderr } = await setup("--print-engine-path");

    expect(stderr).toMatch(/building Pulumi's language host for Node.js 3\.\d+\.\d+ .*about 80 seconds/);
    expect(await readFile(join(stdout.trim(), "pulumi-language-nodejs"), "utf8")).toBe("built\n");
  });

  it("causes an error that says what to do if there is no language host and no Go", async () => {
    await program("pulumi", "echo v3.250.2");

    const { status, stderr } = await setup();

    expect(status).toBe(1);
    expect(stderr).toMatch(/^setup: there is no pulumi-language-nodejs beside .*no go on PATH/);
    expect(stderr).toContain("install Pulumi: https://www.pulumi.com/docs/install/");
  });

  it("gets a newly built language host for YAML if there is none", async () => {
    await program("pulumi", "echo v3.250.2");
    await program("pulumi-language-nodejs", "");
    await program("go", goThatBuilds);

    const { stdout, stderr } = await setup("--print-engine-path");

    expect(stderr).toMatch(/building Pulumi's language host for YAML 1\.\d+\.\d+ .*about 3 minutes/);
    expect(await readFile(join(stdout.trim(), "pulumi-language-yaml"), "utf8")).toBe("built\n");
  });

  it.each([
    ["pulumi-language-yaml", "YAML"],
    ["pulumi-language-python", "Python"],
    ["pulumi-language-go", "Go"],
  ])(
    "causes a warning about skipped tests if there is no %s and no Go, or an error if CI is true",
    async (missing, language) => {
      await program("pulumi", "echo v3.250.2");
      for (const name of companions.filter((each) => each !== missing)) await program(name, "");
      await pythonPackages();

      const { status, stderr } = await setup();

      expect(status).toBe(0);
      expect(stderr.replace(/\(no go on PATH \(.*?\)\)/, "(why)")).toBe(
        `setup: without ${missing} (why), the tests of ${language} programs are skipped\n`,
      );
      ci = true;
      expect(await setup()).toMatchObject({
        status: 1,
        stderr: expect.stringContaining("CI=true allows no test to be skipped") as string,
      });
    },
  );

  it.each([
    ["too old", "echo v3.247.0", "is 3.247.0; 3.248.0 to below 4 is needed"],
    ["of the next major version", "echo v4.0.0", "is 4.0.0; 3.248.0 to below 4 is needed"],
    ["of an unknown version", "echo hello", "is of an unknown version"],
    ["broken", "echo ouch >&2; exit 3", "version fails: ouch"],
  ])("that is %s is not used", async (_, script, reason) => {
    await program("pulumi", script);

    const { status, stderr } = await setup();

    expect(status).toBe(1);
    expect(stderr).toContain(`PATH: ${join(path, "pulumi")} ${reason}`);
  });
});

describe("Pulumi's Python package", () => {
  beforeEach(async () => {
    await program("pulumi", "echo v3.250.2");
    for (const name of companions) await program(name, "");
  });

  it("is installed once, with the versions in requirements.txt", async () => {
    const installs = `#!/bin/sh\necho "$@" >> ${folder}/installs\n`;
    await program(
      "python3",
      `/bin/mkdir -p "$3/bin"; echo '${installs}' > "$3/bin/python"; /bin/chmod +x "$3/bin/python"`,
    );

    expect((await setup()).stderr).toMatch(/installing Pulumi's Python package.*\nsetup: done in/);
    expect(await setup()).toMatchObject({ status: 0, stderr: "" });
    expect(await readFile(`${folder}/installs`, "utf8")).toMatch(/^-m pip install .*requirements\.txt\n$/);
  });

  it("causes a warning about skipped tests if there is no Python, or an error if CI is true", async () => {
    const { status, stderr } = await setup();

    expect(status).toBe(0);
    expect(stderr).toMatch(
      /^setup: without Pulumi's Python package \(no python3 on PATH .*\), the tests of Python programs are skipped\n$/,
    );
    ci = true;
    expect((await setup()).status).toBe(1);
  });
});

describe("npm run setup without a pulumi on PATH", () => {
  it("uses the engine in the cache", async () => {
    const cached = join(cache, `engine-${await pinnedVersion()}-${process.platform}-${process.arch}`, "bin");
    await mkdir(cached, { recursive: true });
    for (const name of companions) await writeFile(join(cached, name), "");
    await pythonPackages();

    expect(await setup("--print-engine-path")).toEqual({ status: 0, stdout: `${cached}\n`, stderr: "" });
  });

  it("adds the missing programs to the engine in the cache", async () => {
    const cached = join(cache, `engine-${await pinnedVersion()}-${process.platform}-${process.arch}`, "bin");
    await mkdir(cached, { recursive: true });
    await writeFile(join(cached, "pulumi"), "as it was");
    await program("go", goThatBuilds);

    expect((await setup()).status).toBe(0);
    expect((await readdir(cached)).sort()).toEqual([...built, "pulumi", ...companions].sort());
    expect(await readFile(join(cached, "pulumi"), "utf8")).toBe("as it was");
  });

  it("builds an engine if the download fails", async () => {
    await program("go", goThatBuilds);

    const { status, stdout, stderr } = await setup("--print-engine-path");

    expect(status).toBe(0);
    expect(stderr).toMatch(/download: .*unreachable/);
    expect(stderr).toMatch(/building the Pulumi engine/);
    expect(stderr).toMatch(/done in \d+ s/);
    expect((await readdir(stdout.trim())).sort()).toEqual([...built, "pulumi", ...companions].sort());
    expect(await readdir(cache)).toHaveLength(6);
  });

  it("builds an engine in each of two concurrent runs, which both use the engine that is ready first", async () => {
    const untilBothHave = `: > "$0.begun.$$"; until set -- "$0".begun.* && [ $# -ge 2 ]; do /bin/sleep 0.05; done`;
    await program("go", `begin() { ${untilBothHave}; }; begin; ${goThatBuilds}`);

    const both = await Promise.all([setup("--print-engine-path"), setup("--print-engine-path")]);

    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(both[0].stdout).toBe(both[1].stdout);
    const lines = both.map(({ stderr }) => stderr).join("");
    expect(lines.match(/building the Pulumi engine/g)).toHaveLength(2);
    expect(lines.match(/using .*engine-.*, which another set-up has made meanwhile/g)).toHaveLength(1);
    const engine = both[0].stdout.trim();
    expect((await readdir(engine)).sort()).toEqual([...built, "pulumi", ...companions].sort());
    expect(await readFile(join(engine, "pulumi"), "utf8")).toBe("built\n");
    expect(await readdir(cache)).toHaveLength(6);
  });

  it("does not use the files of an interrupted run", async () => {
    const half = goThatBuilds.replace("echo built", "echo half");
    await program("go", `${half}; kill -TERM $PPID; exec /bin/sleep 60`);
    expect((await setup()).status).toBeNull();
    expect(await readdir(cache)).toEqual([expect.stringMatching(/^engine-.*\.making-/)]);
    await program("go", goThatBuilds);

    const { status, stdout } = await setup("--print-engine-path");

    expect(status).toBe(0);
    expect(await readFile(join(stdout.trim(), "pulumi"), "utf8")).toBe("built\n");
  });

  it("removes the files of interrupted runs after a day", async () => {
    await program("go", goThatBuilds);
    const hour = 3600;
    const left = { old: join(cache, "engine-1.making-old"), young: join(cache, "engine-1.making-young") };
    for (const folder of Object.values(left)) await mkdir(join(folder, "bin"), { recursive: true });
    const now = Date.now() / 1000;
    await utimes(left.old, now - 25 * hour, now - 25 * hour);
    await utimes(left.young, now - 23 * hour, now - 23 * hour);

    expect((await setup()).status).toBe(0);

    const kept = await readdir(cache);
    expect(kept).toContain("engine-1.making-young");
    expect(kept).not.toContain("engine-1.making-old");
  });

  it("prints what it tried, why each attempt failed, and what to do", async () => {
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

/** Runs the setup with only the test's own programs on PATH, and without access to the network. */
function setup(...flags: string[]): Promise<Ended> {
  return execute(process.execPath, [join(root, "scripts/setup.mjs"), ...flags], {
    PATH: path,
    PULUMI_IVSCHAT_CACHE: cache,
    PULUMI_IVSCHAT_VENV: venv,
    ...(ci ? { CI: "true" } : {}),
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

/** Creates a folder as if an earlier setup had installed Pulumi's Python package. */
async function pythonPackages(): Promise<void> {
  await mkdir(venv);
  await copyFile(join(root, "scripts/python/requirements.txt"), join(venv, "installed.txt"));
}

async function pinnedVersion(): Promise<string> {
  return version.exec(await readFile(join(root, "scripts/engine/go.mod"), "utf8"))?.[1] ?? "";
}
