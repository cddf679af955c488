import { relevantSettings } from "../../src/aws/relevantSettings";
import type { ConnectionSettings, SettingName } from "../../src/aws/settings";
import { room } from "./surroundings";

const identifier = room();
const roleArn = "arn:aws:iam::123456789012:role/reader";
const keys = { accessKey: "AKIDTEST", secretKey: "test-secret" };

describe("relevantSettings includes the unknown setting", () => {
  test.each<[SettingName, object, ConnectionSettings]>([
    ["region", {}, {}],
    ["region", { identifier, assumeRole: { roleArn } }, {}],
    ["region", { identifier }, { assumeRoles: [{ roleArn }] }],
    ["profile", { identifier }, {}],
    ["secretKey", { identifier }, {}],
    ["profile", { identifier }, { accessKey: "AKIDTEST" }],
    ["profile", { identifier }, { secretKey: "test-secret" }],
    ["assumeRoles", { identifier }, keys],
    ["assumeRoleWithWebIdentity", { identifier, assumeRole: { roleArn } }, {}],
    ["ivschatEndpoint", { identifier, profile: "p" }, keys],
    ["allowedAccountIds", { identifier, profile: "p" }, keys],
    ["httpsProxy", { identifier, profile: "p" }, keys],
  ])("%s for the arguments %j and the settings %j", (name, args, settings) => {
    expect(relevantSettings([name], settings, args)).toEqual([name]);
  });

  test("region if assumeRoles is unknown too", () => {
    const unknown: SettingName[] = ["assumeRoles", "region"];
    expect(relevantSettings(unknown, {}, { identifier })).toEqual(unknown);
  });
});

describe("relevantSettings omits the unknown setting", () => {
  test.each<[SettingName, object, ConnectionSettings]>([
    ["region", { region: "eu-west-1" }, {}],
    ["region", { identifier }, {}],
    ["region", { identifier }, { assumeRoles: [{ roleArn }], stsRegion: "us-east-1" }],
    ["region", { identifier, profile: "p" }, { assumeRoles: [{ roleArn }] }],
    ["profile", { identifier, profile: "p" }, {}],
    ["profile", { identifier }, keys],
    ["accessKey", { identifier, profile: "p" }, {}],
    ["secretKey", { identifier, profile: "p" }, {}],
    ["token", { identifier, profile: "p" }, {}],
    ["assumeRoleWithWebIdentity", { identifier, profile: "p" }, {}],
    ["assumeRoles", { identifier, assumeRole: { roleArn } }, {}],
    ["ivschatEndpoint", { identifier, endpoint: "https://x" }, {}],
    ["retryMode", {}, {}],
    ["maxRetries", {}, {}],
  ])("%s for the arguments %j and the settings %j", (name, args, settings) => {
    expect(relevantSettings([name], settings, args)).toEqual([]);
  });
});
