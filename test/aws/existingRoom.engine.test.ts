import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { ExistingRoom, getRoomOutput } from "../../src";
import type { EngineRun } from "../support/engine";
import { useEngine } from "../support/engine";
import { unset } from "../support/environment";
import { awsProvider, room, useCloud } from "./surroundings";

const aws = useCloud();
const engine = useEngine();

const takeSent = () => aws.requests.splice(0).filter(({ service }) => service === "ivschat");
const takeChain = () => aws.requests.splice(0).map(({ service, accessKeyId }) => `${service} ${accessKeyId}`);
const tracking =
  (args = {}, opts: () => pulumi.CustomResourceOptions = () => ({})) =>
  () => {
    const { configuration } = new ExistingRoom("lobby", { identifier: room(), ...args }, opts());
    return Promise.resolve({ name: configuration.name });
  };

describe("an ExistingRoom", () => {
  test("uses the stack's aws: configuration in preview, up, refresh and destroy", async () => {
    unset("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
    const stack = await engine.stack({
      name: "profile",
      program: tracking(),
      config: { "aws:profile": "p1" },
    });
    for (const operation of ["preview", "up", "refresh"] as const) {
      expect(await stack[operation]()).toMatchObject({ ok: true });
      expect(takeSent().map(({ accessKeyId }) => accessKeyId)).toEqual(["AKIDP1"]);
    }
    expect(await stack.destroy()).toMatchObject({ ok: true });
  });

  test("records the region, profile, role and endpoint of its arguments, and refresh uses them", async () => {
    const assumeRole = { roleArn: "arn:aws:iam::123456789012:role/reader" };
    const connection = { region: "us-east-1", profile: "b", assumeRole };
    const stack = await engine.stack({ name: "arguments", program: tracking(connection) });
    expect(await stack.up()).toMatchObject({ ok: true });
    expect(takeChain()).toEqual(["sts AKIDB", "ivschat ASIAREADER"]);
    const recorded = (await stack.state()).find(({ type }) => type.endsWith(":ExistingRoom"));
    expect(recorded?.outputs?.connection).toEqual(connection);
    expect(await stack.refresh()).toMatchObject({ ok: true });
    expect(takeChain()).toEqual(["sts AKIDB", "ivschat ASIAREADER"]);
    expect(await stack.preview({ expectNoChanges: true })).toMatchObject({ ok: true });
  });

  test("records the settings of an explicit provider, which later changes of the stack's configuration do not affect", async () => {
    const provider = () =>
      awsProvider({
        region: "eu-west-1",
        profile: "b",
        assumeRoles: JSON.stringify([{ roleArn: "arn:aws:iam::123456789012:role/two" }]),
      });
    const stack = await engine.stack({
      name: "provider",
      program: tracking({}, () => ({ provider: provider() })),
    });
    expect(await stack.up()).toMatchObject({ ok: true });
    await stack.setConfig({ "aws:profile": "nobody" });
    takeChain();
    expect(await stack.refresh()).toMatchObject({ ok: true });
    expect(takeChain()).toEqual(["sts AKIDB", "ivschat ASIATWO"]);
    expect(await stack.stateFile()).not.toContain("ciphertext");
  });

  test("rejects an explicit provider with static keys, and lists the alternatives", async () => {
    const stack = await engine.stack({
      name: "static",
      program: tracking({}, () => ({
        provider: awsProvider({
          accessKey: pulumi.secret("AKIDSTATIC"),
          secretKey: pulumi.secret("hunter2"),
        }),
      })),
    });
    const { ok, output } = await stack.preview();
    expect(ok).toBe(false);
    expect(output).toMatch(
      /cannot use an aws.Provider with static keys.*`profile` or `assumeRoles`.*aws:secretKey.*getRoomOutput/,
    );
    expect(takeSent()).toEqual([]);
  });

  test("shows changed connection arguments although the room is unchanged", async () => {
    const stack = await engine.stack({ name: "moved", program: tracking({ profile: "b" }) });
    expect(await stack.up()).toMatchObject({ ok: true });
    const { output, changes } = await stack.preview({ diff: true, program: tracking({ profile: "p1" }) });
    expect(changes).toMatchObject({ update: 1 });
    expect(output).toContain('~ profile: "b" => "p1"');
  });
});

describe("no key appears in the state, a log, an output or an error", () => {
  const keys = [
    "hunter2-stack-secret",
    "hunter3-stack-token",
    "hunter4-provider-secret",
    "hunter5-provider-token",
  ];
  const [secretKey = "", token = "", providerSecret = "", providerToken = ""] = keys;

  test("in preview, up, a failed read and refresh at debug level", async () => {
    aws.secrets.set("AKIDSTACK", { secretAccessKey: secretKey, sessionToken: token });
    aws.secrets.set("AKIDPROVIDER", { secretAccessKey: providerSecret, sessionToken: providerToken });
    const program = () => {
      const provider = awsProvider({
        accessKey: pulumi.secret("AKIDPROVIDER"),
        secretKey: pulumi.secret(providerSecret),
        token: pulumi.secret(providerToken),
      });
      const lobby = new ExistingRoom("lobby", { identifier: room() });
      const other = getRoomOutput({ identifier: room("eu-west-1") }, { provider });
      return Promise.resolve({ lobby: lobby.configuration, other });
    };
    const stack = await engine.stack({
      name: "keys",
      program,
      config: {
        "aws:accessKey": { value: "AKIDSTACK", secret: true },
        "aws:secretKey": { value: secretKey, secret: true },
        "aws:token": { value: token, secret: true },
      },
    });
    const loud = { debug: true, logVerbosity: 9 };
    const runs: EngineRun[] = [await stack.preview(loud), await stack.up(loud)];
    expect(runs.map(({ ok }) => ok)).toEqual([true, true]);
    const used = new Set(takeSent().map(({ accessKeyId, sessionToken }) => `${accessKeyId} ${sessionToken}`));
    expect([...used].sort()).toEqual([`AKIDPROVIDER ${providerToken}`, `AKIDSTACK ${token}`]);
    aws.failure = { status: 403, name: "AccessDeniedException", message: "no" };
    runs.push(await stack.preview(loud), await stack.refresh(loud));
    expect(runs.map(({ ok }) => ok)).toEqual([true, true, false, false]);

    const seen = runs.map(({ output, errorOutput, events, error }) =>
      [output, errorOutput, JSON.stringify(events), String(error?.message), String(error?.stack)]
        .flatMap((text) => text.split("\n"))
        // Engines before 3.274 log the stack's configuration at this level.
        .filter((line) => !/RPC\[Provider\[|pulumi:providers:pulumi-nodejs/.test(line))
        .join("\n"),
    );
    for (const key of keys) expect(seen.some((text) => text.includes(key))).toBe(false);
    expect(holding(engine.folder, keys)).toEqual([]);
  }, 60_000);
});

/** The files below a folder that contain one of the strings, without node_modules. */
function holding(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : holding(path, texts);
    if (!entry.isFile()) return [];
    const content = readFileSync(path, "utf8");
    return texts.some((text) => content.includes(text)) ? [path] : [];
  });
}
