import * as pulumi from "@pulumi/pulumi";
import { ExistingRoom } from "../../src";
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
  test("uses the stack's aws: configuration in preview, up and refresh, and can be destroyed", async () => {
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

  test("records the region, profile and role of its arguments, and uses the recorded values in a refresh", async () => {
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

  test("uses the recorded settings of an explicit provider in a refresh even if the stack's configuration has changed", async () => {
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

  test("shows a changed connection argument in a preview even if the room is unchanged", async () => {
    const stack = await engine.stack({ name: "moved", program: tracking({ profile: "b" }) });
    expect(await stack.up()).toMatchObject({ ok: true });
    const { output, changes } = await stack.preview({ diff: true, program: tracking({ profile: "p1" }) });
    expect(changes).toMatchObject({ update: 1 });
    expect(output).toContain('~ profile: "b" => "p1"');
  });
});
