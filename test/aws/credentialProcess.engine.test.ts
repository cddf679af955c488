import { spawn } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CredentialsError, getRoom } from "../../src";
import { createProject, type Project } from "../support/project";
import { unset } from "../support/environment";
import { room, useCloud, failure } from "./surroundings";

const aws = useCloud();
beforeEach(() => {
  rmSync(started(), { force: true });
  unset("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
});

const started = () => join(aws.folder, "started");

/** A profile whose credentials come from a command that logs each run. */
function profileOf(name: string, command: string): void {
  const script = join(aws.folder, `${name}.sh`);
  writeFileSync(script, `echo $$ >> ${started()}\n${command}\n`);
  appendFileSync(
    join(aws.folder, "config"),
    `\n[profile ${name}]\nregion = us-east-1\ncredential_process = sh ${script} hunter1\n`,
  );
}

const printed = (answer: object) => `echo '${JSON.stringify(answer)}'`;
const keys = { Version: 1, AccessKeyId: "AKIDPROCESS", SecretAccessKey: "process-secret" };
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

/** A command that waits for a child process, which waits for another. */
const hanging = () => `sh -c 'echo $$ >> ${started()}; sleep 300 & echo $! >> ${started()}; wait' && true`;

const pids = () =>
  existsSync(started()) ? readFileSync(started(), "utf8").trim().split("\n").map(Number) : [];
const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    // A process that has ended is listed until its parent has waited for it.
    return !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
};
async function survivors(): Promise<number[]> {
  for (let tries = 0; tries < 50 && pids().some(alive); tries++) await sleep(20);
  return pids().filter(alive);
}

describe("a credential_process that hangs", () => {
  beforeAll(() => {
    profileOf("hangs", hanging());
  });

  test.each([
    ["the profile argument", { profile: "hangs" }, {}],
    ["AWS_PROFILE", {}, { AWS_PROFILE: "hangs" }],
  ])(
    "runs once and is killed when the read ends, if the profile is set by %s",
    async (_source, args, environment) => {
      Object.assign(process.env, environment);
      aws.config({ "ivschat:readTimeout": "1" });
      const error = await failure(getRoom({ identifier: room(), ...args }));
      expect(error).toBeInstanceOf(CredentialsError);
      expect(error?.message).toMatch(
        /getting the credentials took longer than 1 s: the credential_process of the profile "hangs" .*was stopped/,
      );
      // The script, its child and its grandchild.
      expect(pids()).toHaveLength(3);
      expect(await survivors()).toEqual([]);
    },
  );

  test("is killed if the program exits during the read", async () => {
    const script = `require(${JSON.stringify(join(__dirname, "../../dist"))})
      .getRoom({ identifier: ${JSON.stringify(room())}, profile: "hangs" }).catch(() => {});
      const { existsSync, readFileSync } = require("fs");
      setInterval(() => existsSync("${started()}") && readFileSync("${started()}", "utf8").split("\\n").length > 3 && process.exit(), 20);`;
    const child = spawn(process.execPath, ["-e", script], { env: { ...process.env }, stdio: "ignore" });
    await new Promise((resolve) => child.once("exit", resolve));
    expect(pids()).toHaveLength(3);
    expect(await survivors()).toEqual([]);
  });
});

describe("a credential_process", () => {
  test("provides the credentials of a read even if it is slow", async () => {
    aws.secrets.set("AKIDPROCESS", { secretAccessKey: "process-secret", sessionToken: "t" });
    profileOf("slow", `sleep 1; ${printed({ ...keys, SessionToken: "t", Expiration: later(60) })}`);
    await getRoom({ identifier: room(), profile: "slow" });
    expect(aws.requests).toMatchObject([{ accessKeyId: "AKIDPROCESS", sessionToken: "t" }]);
  });

  test("provides the credentials with which another profile's role is assumed", async () => {
    aws.secrets.set("AKIDPROCESS", { secretAccessKey: "process-secret" });
    profileOf("base", printed(keys));
    appendFileSync(
      join(aws.folder, "config"),
      "\n[profile reader]\nrole_arn = arn:aws:iam::123456789012:role/reader\nsource_profile = base\nregion = eu-west-1\nexternal_id = x\n",
    );
    await getRoom({ identifier: room(), profile: "reader" });
    const [assumed, read] = aws.requests;
    expect(assumed).toMatchObject({ accessKeyId: "AKIDPROCESS", host: "sts.eu-west-1.amazonaws.com" });
    expect(new URLSearchParams(assumed?.body).get("ExternalId")).toBe("x");
    expect(read).toMatchObject({ service: "ivschat", accessKeyId: "ASIAREADER" });
    expect(pids()).toHaveLength(1);
  });

  test.each([
    ["fails", "echo hunter2 >&2; exit 3", "failed with exit code 3"],
    ["prints-text", "echo hunter2", "printed no credentials; it must print a JSON object"],
    ["prints-null", "echo null", "printed no credentials"],
    ["prints-another-version", printed({ ...keys, Version: 2 }), "printed no credentials"],
    ["prints-half", printed({ Version: 1, AccessKeyId: "hunter2" }), "printed no credentials"],
    ["prints-expired", printed({ ...keys, Expiration: later(-1) }), "printed expired credentials"],
    ["prints-no-date", printed({ ...keys, Expiration: "soon" }), "printed expired credentials"],
    ["prints-much", "head -c 3000000 /dev/zero", "printed too much or could not be started"],
  ])(
    'with the fault "%s" causes an error that names the profile, without the command and its output',
    async (name, command, how) => {
      profileOf(name, command);
      process.env.AWS_PROFILE = name;
      const error = await failure(getRoom({ identifier: room() }));
      expect(error).toBeInstanceOf(CredentialsError);
      expect(error?.message).toContain(`the credential_process of the profile "${name}" ${how}`);
      expect(JSON.stringify([error?.message, error?.stack, String(error?.cause)])).not.toMatch(
        /hunter|sh \//,
      );
      expect(pids()).toHaveLength(1);
      expect(aws.requests).toEqual([]);
    },
  );

  test("that is killed by a signal causes an error that names the signal", async () => {
    appendFileSync(join(aws.folder, "config"), "\n[profile shot]\ncredential_process = kill -KILL $$\n");
    const error = await failure(getRoom({ identifier: room(), profile: "shot" }));
    expect(error?.message).toContain('the credential_process of the profile "shot" was killed by SIGKILL');
  });
});

describe("pulumi preview", () => {
  let project: Project | undefined;
  afterEach(() => project?.close());

  test.each([
    ["a function", `export const room = ivschat.getRoomOutput({ identifier: "${room()}" }).name;`],
    ["an ExistingRoom", `new ivschat.ExistingRoom("room", { identifier: "${room()}" });`],
  ])(
    "of a program with %s fails at the read's time limit and stops a credential_process that hangs",
    async (_what, program) => {
      profileOf("stuck", hanging());
      project = await createProject({
        files: { "index.ts": `import * as ivschat from "pulumi-ivschat";\n${program}\n` },
        config: { "ivschat:readTimeout": "2" },
        env: { AWS_PROFILE: "stuck", AWS_CONFIG_FILE: join(aws.folder, "config") },
      });
      const { ok, output } = await project.pulumi("preview");
      expect(ok).toBe(false);
      expect(output).toContain("getting the credentials took longer than 2 s");
      expect(pids()).toHaveLength(3);
      expect(await survivors()).toEqual([]);
    },
    60_000,
  );
});
