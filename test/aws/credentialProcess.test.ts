import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CredentialsError, getRoom } from "../../src";
import { unset } from "../support/environment";
import { credentialProcesses } from "./credentialProcesses";
import { room, useCloud, failure } from "./surroundings";

const aws = useCloud();
const processes = () => credentialProcesses(aws);
beforeEach(() => {
  rmSync(processes().started, { force: true });
  unset("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
});

const printed = (answer: object) => `echo '${JSON.stringify(answer)}'`;
const keys = { Version: 1, AccessKeyId: "AKIDPROCESS", SecretAccessKey: "process-secret" };
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

describe("a credential_process that hangs", () => {
  beforeAll(() => {
    processes().profileOf("hangs", processes().hanging);
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
      expect(processes().pids()).toHaveLength(3);
      expect(await processes().survivors()).toEqual([]);
    },
  );

  test("is killed even if it ignores SIGTERM and has a background process that keeps its output open", async () => {
    const { started } = processes();
    processes().profileOf(
      "stubborn",
      `trap '' TERM\nsetsid sh -c 'trap "" TERM; echo $$ >> ${started}; sleep 300' &\nwait`,
    );
    aws.config({ "ivschat:readTimeout": "1" });
    await failure(getRoom({ identifier: room(), profile: "stubborn" }));
    expect(processes().pids()).toHaveLength(2);
    expect(await processes().survivors()).toEqual([]);
  });
});

describe("a credential_process", () => {
  test("provides the credentials of a read even if the command takes a second", async () => {
    aws.secrets.set("AKIDPROCESS", { secretAccessKey: "process-secret", sessionToken: "t" });
    processes().profileOf(
      "slow",
      `sleep 1; ${printed({ ...keys, SessionToken: "t", Expiration: later(60) })}`,
    );
    await getRoom({ identifier: room(), profile: "slow" });
    expect(aws.requests).toMatchObject([{ accessKeyId: "AKIDPROCESS", sessionToken: "t" }]);
  });

  test("provides the credentials with which another profile's role is assumed", async () => {
    aws.secrets.set("AKIDPROCESS", { secretAccessKey: "process-secret" });
    processes().profileOf("base", printed(keys));
    appendFileSync(
      join(aws.folder, "config"),
      "\n[profile reader]\nrole_arn = arn:aws:iam::123456789012:role/reader\nsource_profile = base\nregion = eu-west-1\nexternal_id = x\n",
    );
    await getRoom({ identifier: room(), profile: "reader" });
    const [assumed, read] = aws.requests;
    expect(assumed).toMatchObject({ accessKeyId: "AKIDPROCESS", host: "sts.eu-west-1.amazonaws.com" });
    expect(new URLSearchParams(assumed?.body).get("ExternalId")).toBe("x");
    expect(read).toMatchObject({ service: "ivschat", accessKeyId: "ASIAREADER" });
    expect(processes().pids()).toHaveLength(1);
  });

  test("provides the account, without a request to STS", async () => {
    aws.secrets.set("AKIDPROCESS", { secretAccessKey: "process-secret" });
    aws.config({ "aws:allowedAccountIds": '["123456789012"]' });
    processes().profileOf("known", printed({ ...keys, AccountId: "123456789012" }));
    await getRoom({ name: "lobby", profile: "known" });
    expect(aws.requests.map(({ path }) => path)).toEqual(["/ListRooms", "/GetRoom"]);
  });

  test("leaves no listener for the exit of the program behind", async () => {
    aws.secrets.set("AKIDPROCESS", { secretAccessKey: "process-secret" });
    processes().profileOf("tidy", printed(keys));
    const listeners = process.listenerCount("exit");
    await getRoom({ identifier: room(), profile: "tidy" });
    expect(process.listenerCount("exit")).toBe(listeners);
  });

  test.each([
    ["fails", "echo hunter2 >&2; exit 3", "failed with exit code 3"],
    ["prints-text", "echo hunter2", "printed no credentials; it must print a JSON object"],
    ["prints-null", "echo null", "printed no credentials"],
    ["prints-another-version", printed({ ...keys, Version: 2 }), "printed no credentials"],
    ["prints-half", printed({ Version: 1, AccessKeyId: "hunter2" }), "printed no credentials"],
    ["prints-a-number", printed({ ...keys, AccessKeyId: 5 }), "printed no credentials"],
    ["prints-expired", printed({ ...keys, Expiration: later(-1) }), "printed expired credentials"],
    ["prints-no-date", printed({ ...keys, Expiration: "soon" }), "printed expired credentials"],
    ["prints-much", "head -c 3000000 /dev/zero", "printed too much or could not be started"],
  ])(
    'with the fault "%s" causes an error that names the profile but contains neither the command nor its output',
    async (name, command, how) => {
      processes().profileOf(name, command);
      process.env.AWS_PROFILE = name;
      const error = await failure(getRoom({ identifier: room() }));
      expect(error).toBeInstanceOf(CredentialsError);
      expect(error?.message).toContain(`the credential_process of the profile "${name}" ${how}`);
      expect(JSON.stringify([error?.message, error?.stack, String(error?.cause)])).not.toMatch(
        /hunter|sh \//,
      );
      expect(processes().pids()).toHaveLength(1);
      expect(aws.requests).toEqual([]);
    },
  );

  test("that is killed by a signal causes an error that names the signal", async () => {
    appendFileSync(join(aws.folder, "config"), "\n[profile shot]\ncredential_process = kill -KILL $$\n");
    const error = await failure(getRoom({ identifier: room(), profile: "shot" }));
    expect(error?.message).toContain('the credential_process of the profile "shot" was killed by SIGKILL');
  });
});
