import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
const script = join("scripts", "checkRelease.mjs");
const repository = { type: "git", url: "git+https://example.com/rooms.git" };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ivschat-release-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(manifest: object, changelog: string): void {
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "rooms", version: "1.2.0", ...manifest }),
  );
  writeFileSync(join(folder, "CHANGELOG.md"), changelog);
}

function check(manifest: object, changelog: string, ...args: string[]) {
  write(manifest, changelog);
  const { status, stderr } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, problems: stderr.trim().split("\n").filter(Boolean) };
}

const released = "# Changelog\n\n## 1.2.0 - 2026-03-01\n\n- More.\n\n## 1.1.0 - 2026-02-01\n";

describe("check:release", () => {
  test("passes for a package with a repository, a dated changelog section and a tag of its version", () => {
    expect(check({ repository }, released, "v1.2.0")).toEqual({ status: 0, problems: [] });
  });

  test.each([
    ["a package without a repository", {}, released, [], /package\.json has no `repository`/],
    [
      "a changelog section without a version",
      { repository },
      `## Unreleased\n\n${released}`,
      [],
      /is "Unreleased": it/,
    ],
    [
      "a changelog section without a date",
      { repository },
      "## 1.2.0 - unreleased\n",
      [],
      /"1\.2\.0 - unreleased"/,
    ],
    [
      "a changelog section of another version",
      { repository, version: "1.3.0" },
      released,
      [],
      /must be "1\.3\.0 - YYYY/,
    ],
    ["an empty changelog", { repository }, "# Changelog\n", [], /CHANGELOG\.md is ""/],
    ["a tag of another version", { repository }, released, ["v1.2.1"], /tag is v1\.2\.1, .* is 1\.2\.0/],
  ] as [string, object, string, string[], RegExp][])(
    "fails for %s",
    (_what, manifest, changelog, args, problem) => {
      const { status, problems } = check(manifest, changelog, ...args);
      expect(status).toBe(1);
      expect(problems).toEqual([expect.stringMatching(problem)]);
    },
  );

  test("stops `npm publish` if the check fails", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const { prepublishOnly, "check:release": checkRelease } = scripts;
    write({ scripts: { prepublishOnly, "check:release": checkRelease } }, released);
    cpSync(join(root, script), join(folder, script), { recursive: true });
    const { status, stderr } = spawnSync("npm", ["publish", "--dry-run"], { cwd: folder, encoding: "utf8" });
    expect(status).not.toBe(0);
    expect(stderr).toContain("check:release: package.json has no `repository`");
  });
});
