import { relevantSettings } from "../../src/aws/relevantSettings";
import type { ConnectionSettings, SettingName } from "../../src/aws/settings";
import { room } from "./surroundings";

const identifier = room();
const roleArn = "arn:aws:iam::123456789012:role/reader";
const keys = { accessKey: "AKIDTEST", secretKey: "test-secret" };

describe("a setting that is not known yet bears on a read", () => {
  test.each<[SettingName, object, ConnectionSettings]>([
    ["region", {}, {}],
    ["region", { identifier, assumeRole: { roleArn } }, {}],
    ["region", { identifier }, { assumeRoles: [{ roleArn }] }],
    ["profile", { identifier }, {}],
    ["secretKey", { identifier }, {}],
    ["assumeRoles", { identifier }, keys],
    ["assumeRoleWithWebIdentity", { identifier, assumeRole: { roleArn } }, {}],
    ["ivschatEndpoint", { identifier, profile: "p" }, keys],
    ["allowedAccountIds", { identifier, profile: "p" }, keys],
    ["httpsProxy", { identifier, profile: "p" }, keys],
  ])("%s, with the arguments %j and the settings %j", (name, args, settings) => {
    expect(relevantSettings([name], settings, args)).toEqual([name]);
  });
});

describe("it does not", () => {
  test.each<[SettingName, object, ConnectionSettings]>([
    ["region", { region: "eu-west-1" }, {}],
    ["region", { identifier }, {}],
    ["region", { identifier }, { assumeRoles: [{ roleArn }], stsRegion: "us-east-1" }],
    ["region", { identifier, profile: "p" }, { assumeRoles: [{ roleArn }] }],
    ["profile", { identifier, profile: "p" }, {}],
    ["profile", { identifier }, keys],
    ["secretKey", { identifier, profile: "p" }, {}],
    ["assumeRoles", { identifier, assumeRole: { roleArn } }, {}],
    ["ivschatEndpoint", { identifier, endpoint: "https://x" }, {}],
    ["retryMode", {}, {}],
    ["maxRetries", {}, {}],
  ])("%s, with the arguments %j and the settings %j", (name, args, settings) => {
    expect(relevantSettings([name], settings, args)).toEqual([]);
  });

  test("where a role that is not known yet may be assumed in a region that is not", () => {
    const unknown: SettingName[] = ["assumeRoles", "region"];
    expect(relevantSettings(unknown, {}, { identifier })).toEqual(unknown);
  });
});
