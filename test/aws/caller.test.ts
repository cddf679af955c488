import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { getRoom } from "../../src";
import { Run } from "../../src/reading/run";
import type { ConnectionSettings } from "../../src/aws/settings";
import { startSilentServer, type FaultServer } from "../support/faultServer";
import { startedBefore } from "../support/hooks";
import { failure, room, useCloud } from "./surroundings";

const aws = useCloud();
const silent: FaultServer = startedBefore(
  "file",
  () => startSilentServer("http"),
  (server) => server.stop(),
);

const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const minutes = (count: number) => count * 60_000;
const actions = () => aws.requests.map(({ body }) => new URLSearchParams(body).get("Action"));
const clientOf = (settings: ConnectionSettings, run = new Run({}, () => undefined)) =>
  run.clients.for({ region: "us-east-1", ...settings });

describe("the credentials of a role", () => {
  const settings = { assumeRoles: [{ roleArn: role("one") }] };

  test.each([
    ["once within 50 minutes if they are valid for an hour", minutes(60), minutes(50), 1],
    ["again after 56 minutes if they are valid for an hour", minutes(60), minutes(56), 2],
    ["once within a minute if they are valid for four", minutes(4), minutes(1), 1],
    ["again after three minutes if they are valid for four", minutes(4), minutes(3), 2],
  ])("are requested %s", async (_what, sessionMs, later, count) => {
    aws.sts = { ...aws.sts, sessionMs };
    const client = await clientOf(settings);
    await client.sdkClient();
    const clock = jest.spyOn(Date, "now").mockReturnValue(Date.now() + later);
    await Promise.all([1, 2, 3].map(() => client.sdkClient())).finally(() => {
      clock.mockRestore();
    });
    expect(actions()).toEqual(Array<string>(count).fill("AssumeRole"));
  });

  test("that STS has refused are not requested again in the same run", async () => {
    aws.refusedRoles.set(role("one"), "");
    const client = await clientOf(settings);
    const errors = [await failure(client.sdkClient()), await failure(client.sdkClient())];
    expect(errors[0]).toBe(errors[1]);
    expect(actions()).toEqual(["AssumeRole"]);
  });

  test("that STS refuses are reported with an error that has the SDK's error in its chain of causes", async () => {
    aws.refusedRoles.set(role("one"), "");
    const error = await failure((await clientOf(settings)).sdkClient());
    expect(error).toMatchObject({ cause: { cause: { name: "AccessDenied" } } });
  });

  test("that depend on a refused role cause an error that reports a single refused role", async () => {
    aws.refusedRoles.set(role("one"), "");
    const chain = { assumeRoles: [{ roleArn: role("one") }, { roleArn: role("two") }] };
    const error = await failure((await clientOf(chain)).sdkClient());
    expect(error?.message.match(/cannot assume the role/g)).toHaveLength(1);
  });

  test("that STS refuses with a long message cause an error that contains only the beginning of the message", async () => {
    aws.refusedRoles.set(role("one"), "x".repeat(1000));
    const error = await failure((await clientOf(settings)).sdkClient());
    expect(error?.message).toMatch(/x{300}/);
    expect(error?.message).not.toMatch(/x{500}/);
  });
});

test("an SDK error with a long message about credentials is reported in at most 500 characters", async () => {
  const webIdentityTokenFile = `/nonexistent/${"x".repeat(1000)}`;
  const error = await failure(
    (
      await clientOf({ assumeRoleWithWebIdentity: { roleArn: role("web"), webIdentityTokenFile } })
    ).sdkClient(),
  );
  expect(error?.message.length).toBeLessThanOrEqual(500);
});

describe("the account of the credentials", () => {
  const settings = { allowedAccountIds: ["111111111111", "222222222222"] };

  test("is requested once for two checks, and is rejected by both with an error that lists the allowed accounts", async () => {
    const client = await clientOf(settings);
    for (const _ of [1, 2]) {
      const error = await failure(client.checkAccount());
      expect(error?.message).toBe(
        "account 123456789012 is not one of allowedAccountIds (111111111111, 222222222222)",
      );
    }
    expect(actions()).toEqual(["GetCallerIdentity"]);
  });

  test.each(["", "me", "123456789012 me", "me 123456789012", "1".repeat(21)])(
    'is rejected if STS returns the invalid account "%s"',
    async (account) => {
      aws.sts = { ...aws.sts, account };
      const error = await failure((await clientOf({ allowedAccountIds: [account] })).checkAccount());
      expect(error?.message).toBe("the answer of STS has no account");
    },
  );
});

describe("if STS does not respond,", () => {
  const run = () => new Run({ readTimeout: 1 }, () => undefined);

  test("the request for a role's credentials ends at the time limit of a read", async () => {
    const settings = { stsEndpoint: silent.endpoint, assumeRoles: [{ roleArn: role("one") }] };
    const error = await failure((await clientOf(settings, run())).sdkClient());
    expect(error?.message).toBe("getting the credentials took longer than 1 s");
  });

  test("the request for the account ends at the time limit of a read", async () => {
    const settings = { stsEndpoint: silent.endpoint, allowedAccountIds: ["123456789012"] };
    const error = await failure((await clientOf(settings, run())).checkAccount());
    expect(error?.message).toBe("getting the account of the credentials took longer than 1 s");
  });
});

test("a profile with an invalid region is rejected with an error that names the region", async () => {
  appendFileSync(
    join(aws.folder, "config"),
    `\n[profile misplaced]\nrole_arn = ${role("one")}\nsource_profile = p1\nregion = s3\n`,
  );
  const error = await failure(getRoom({ identifier: room(), profile: "misplaced" }));
  expect(error?.message).toContain('"s3" is not the name of an AWS region, like eu-west-1');
  expect(aws.requests).toEqual([]);
});
