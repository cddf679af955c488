import { secondsOf } from "../../src/aws/duration";
import type { ConnectionProblem } from "../../src/aws/problem";
import { readSettings } from "../../src/aws/readSettings";
import { checkedRegion } from "../../src/aws/region";
import { defined, settingKeys, settingsOf, withArguments } from "../../src/aws/settings";
import { withoutRoles } from "../../src/aws/credentials/withoutRoles";

const arn = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
const read = (values: Record<string, unknown>) => readSettings((key) => values[key], "the place");

const role = {
  roleArn: arn("a"),
  sessionName: "session",
  externalId: "external",
  duration: "1h",
  policy: "{}",
  policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
  sourceIdentity: "source",
  tags: { team: "a" },
  transitiveTagKeys: ["team"],
};
const webIdentity = {
  roleArn: arn("web"),
  sessionName: "session",
  webIdentityToken: "token",
  webIdentityTokenFile: "/file",
  duration: "15m",
  policy: "{}",
  policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
};
const kindOf = (run: () => unknown) => {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as ConnectionProblem).kind;
  }
};

const strings = [
  "region",
  "profile",
  "accessKey",
  "secretKey",
  "token",
  "stsRegion",
  "retryMode",
  "noProxy",
  "customCaBundle",
  "ec2MetadataServiceEndpointMode",
];
const arrays = ["sharedConfigFiles", "sharedCredentialsFiles", "allowedAccountIds", "forbiddenAccountIds"];
const flags = ["useFipsEndpoint", "useDualstackEndpoint", "insecure", "skipMetadataApiCheck"];
const urls = ["httpProxy", "httpsProxy", "ec2MetadataServiceEndpoint"];

describe("readSettings", () => {
  test.each([
    ...strings.map((key) => [key, key, key]),
    ...arrays.map((key) => [key, '["a","b"]', ["a", "b"]]),
    ...flags.flatMap((key) => [
      [key, "true", true],
      [key, "false", false],
      [key, true, true],
    ]),
    ...urls.flatMap((key) => [
      [key, "http://host:1", "http://host:1"],
      [key, "HTTPS://host/path", "HTTPS://host/path"],
    ]),
    ["httpsProxy", "host:3128", "http://host:3128"],
    ["maxRetries", "0", 0],
    ["maxRetries", 7, 7],
    ["allowedAccountIds", [123456789012], ["123456789012"]],
    ["allowedAccountIds", [123456789012, "210987654321"], ["123456789012", "210987654321"]],
    ["assumeRoles", JSON.stringify([role]), [role]],
    ["assumeRoles", [role, { roleArn: arn("b") }], [role, { roleArn: arn("b") }]],
    ["assumeRoleWithWebIdentity", JSON.stringify(webIdentity), webIdentity],
  ] as [string, unknown, unknown][])("reads %s from %j", (key, given, setting) => {
    expect(read({ [key]: given })).toEqual({ [key]: setting });
  });

  test("reads assumeRole as assumeRoles, and endpoints as one setting for each service", () => {
    const endpoints = [{ sts: "https://sts" }, { ivschat: "https://first" }, { ivschat: "https://second" }];
    expect(read({ assumeRole: role, endpoints: [...endpoints, { sso: "https://sso" }] })).toEqual({
      assumeRoles: [role],
      stsEndpoint: "https://sts",
      ivschatEndpoint: "https://first",
      ssoEndpoint: "https://sso",
    });
    expect(settingsOf("endpoints")).toEqual(["ivschatEndpoint", "stsEndpoint", "ssoEndpoint"]);
    expect(settingsOf("assumeRole")).toEqual(["assumeRoles"]);
    expect(settingsOf("region")).toEqual(["region"]);
  });

  test("ignores assumeRole if assumeRoles is set", () => {
    expect(read({ assumeRole: { roleArn: arn("b") }, assumeRoles: [role] })).toEqual({ assumeRoles: [role] });
  });
});

test.each([undefined, null, ""])("keys with the value %j count as not set", (value) => {
  expect(read(Object.fromEntries(settingKeys.map((key) => [key, value])))).toEqual({});
});

test("empty members of a role count as not set, and a role without an ARN is ignored", () => {
  const { assumeRoles } = read({
    assumeRoles: [{ ...role, tags: null, policyArns: [], policy: "" }, {}, null],
  });
  const { tags: _, policyArns: __, policy: ___, ...rest } = role;
  expect(assumeRoles).toStrictEqual([rest]);
});

describe("an invalid setting", () => {
  test.each([
    ...strings.map((key) => [key, 5, key, "a string"]),
    ...arrays.flatMap((key) => [
      [key, "a", key, "an array of strings"],
      [key, { a: "b" }, key, "an array of strings"],
      [key, ["a", null], key, "an array of strings"],
    ]),
    ...flags.map((key) => [key, "yes", key, "true or false"]),
    ...["httpProxy", "httpsProxy"].flatMap((key) => [
      [key, 5, key, "a URL like http://proxy.example.com:3128"],
      [key, "ftp://host", key, "a URL like http://proxy.example.com:3128"],
      [key, "my http://host", key, "a URL like http://proxy.example.com:3128"],
      [key, "http://", key, "a URL like http://proxy.example.com:3128"],
    ]),
    ["maxRetries", -1, "maxRetries", "a whole number"],
    ["maxRetries", "1.5", "maxRetries", "a whole number"],
    ["maxRetries", "[1]", "maxRetries", "a whole number"],
    ["httpsProxy", "ftp:http://host", "httpsProxy", "a URL like"],
    ["ec2MetadataServiceEndpoint", ["http://host"], "ec2MetadataServiceEndpoint", "https:// or http://"],
    ["assumeRole", "null", "assumeRole", "an object"],
    ["assumeRole", { ...role, duration: "soon" }, "assumeRole.duration", "a duration like 1h"],
    ["ec2MetadataServiceEndpoint", "host", "ec2MetadataServiceEndpoint", "https:// or http://"],
    ["endpoints", "{}", "endpoints", "an array"],
    ["endpoints", "[[]]", "endpoints[0]", "an object"],
    ["endpoints", [{}, { sso: "host" }], "endpoints[1].sso", "https:// or http://"],
    ["assumeRoles", [{ roleArn: arn("a") }, "a"], "assumeRoles[1]", "an object"],
    ["assumeRole", "null,", "assumeRole", "an object"],
    ...Object.keys(role)
      .filter((name) => name !== "roleArn")
      .map((name) => ["assumeRole", { ...role, [name]: true }, `assumeRole.${name}`, ""]),
    ...Object.keys(webIdentity).map((name) => [
      "assumeRoleWithWebIdentity",
      { ...webIdentity, [name]: true },
      `assumeRoleWithWebIdentity.${name}`,
      "",
    ]),
    ["assumeRole", { ...role, roleArn: "role/a" }, "assumeRole.roleArn", "an ARN like"],
    ["assumeRole", { ...role, tags: ["a"] }, "assumeRole.tags", "an object with string values"],
    ["assumeRole", { ...role, tags: { a: "b", c: 1 } }, "assumeRole.tags", "an object with string values"],
  ] as [string, unknown, string, string][])(
    "%s = %j is rejected with an error that names the key and what is expected",
    (key, value, name, expected) => {
      const reading = () => read({ [key]: value });
      expect(kindOf(reading)).toBe("setting");
      expect(reading).toThrow(`${name} of the place `);
      expect(reading).toThrow(expected);
    },
  );
});

describe("the arguments of a call", () => {
  const base = { region: "eu-west-1", assumeRoles: [role], ivschatEndpoint: "https://base" };

  test("take precedence over the settings", () => {
    const assumeRole = { roleArn: arn("mine") };
    const args = { region: "us-east-1", endpoint: "https://mine", assumeRole };
    expect(withArguments({ ...base, maxRetries: 1 }, args)).toEqual({
      region: "us-east-1",
      ivschatEndpoint: "https://mine",
      assumeRoles: [assumeRole],
      maxRetries: 1,
    });
    expect(withArguments(base, {})).toEqual(base);
  });

  test("that include a profile replace the credentials and roles of the settings", () => {
    const keys = { accessKey: "a", secretKey: "b", token: "c", assumeRoleWithWebIdentity: webIdentity };
    const kept = { region: "eu-west-1", ivschatEndpoint: "https://base", profile: "mine" };
    expect(withArguments({ ...base, ...keys, profile: "p" }, { profile: "mine" })).toEqual(kept);
    const assumeRole = { roleArn: arn("mine") };
    expect(withArguments({ ...base, ...keys }, { profile: "mine", assumeRole })).toEqual({
      ...kept,
      assumeRoles: [assumeRole],
    });
  });
});

test("defined() omits undefined members and empty arrays, and keeps all other members", () => {
  expect(Object.keys(defined({ a: undefined, b: [], c: null, d: "", e: 0, f: false, g: ["x"] }))).toEqual([
    "c",
    "d",
    "e",
    "f",
    "g",
  ]);
});

test.each([
  ["1h", 3600],
  ["2h30m", 9000],
  ["1h1m1s", 3661],
  ["15m", 900],
  ["900s", 900],
  ["900", 900],
  [900, 900],
  ["999999h", 3599996400],
  ["0s", undefined],
  ["", undefined],
  ["1000000s", undefined],
  ["1000000m", undefined],
  ["1000000h", undefined],
  ["1m1h", undefined],
  ["1h ", undefined],
  ["a1h", undefined],
  ["1.5h", undefined],
  ["-1h", undefined],
  [null, undefined],
])("secondsOf(%j) returns %j", (duration, seconds) => {
  expect(secondsOf(duration)).toBe(seconds);
});

describe("checkedRegion", () => {
  const both = ["us-east-1", "ap-southeast-12", "me-central-1", `eu-${"a".repeat(20)}-1`];
  const ofSettings = ["cn-north-1", "us-gov-west-1", "us-isob-east-1", "eusc-de-east-1"];
  const none = [
    "s3",
    "us-east",
    "us-east-1a",
    "us-east-123",
    "xus-east-1.evil.com",
    "us-east-1\n",
    "US-east-1",
    "u-east-1",
    "abcde-east-1",
    `eu-${"a".repeat(21)}-1`,
    "us--1",
    "us-a-b-c-1",
    " us-east-1",
  ];

  test.each([
    ...both.map((region) => [region, "arn"] as const),
    ...[...both, ...ofSettings].map((region) => [region, "settings"] as const),
  ])("accepts the region %s with the origin %s", (region, origin) => {
    expect(checkedRegion(region, origin)).toBe(region);
  });

  test.each([
    ...[...none, ...ofSettings].map((region) => [region, "arn"] as const),
    ...none.map((region) => [region, "settings"] as const),
  ])("rejects the region %j with the origin %s", (region, origin) => {
    const check = () => checkedRegion(region, origin);
    expect(kindOf(check)).toBe("region");
    expect(check).toThrow(`${JSON.stringify(region)} is not the name of an AWS region`);
  });

  test("shows only the beginning of a long region, and mentions the partition only for an ARN", () => {
    const check = (origin: "arn" | "settings") => () => checkedRegion("a".repeat(61), origin);
    expect(check("arn")).toThrow(`"${"a".repeat(60)}"`);
    expect(check("arn")).toThrow("the ARN's partition");
    expect(check("settings")).toThrow("the name of an AWS region, like eu-west-1");
  });
});

describe("withoutRoles", () => {
  test("replaces the ARNs of roles and of their sessions with the names of the settings", () => {
    const settings = {
      assumeRoles: [{ roleArn: arn("a") }, { roleArn: arn("path/of/ab") }],
      assumeRoleWithWebIdentity: { roleArn: arn("web") },
    };
    const session = (name: string) => `arn:aws:sts::123456789012:assumed-role/${name}/s`;
    const texts = [arn("a"), arn("path/of/ab"), arn("web"), session("a"), session("ab"), session("web")];
    expect(withoutRoles(texts.join(" "), settings)).toBe(
      "<assumeRoles[0].roleArn> <assumeRoles[1].roleArn> <assumeRoleWithWebIdentity.roleArn> " +
        "<assumeRoles[0].roleArn>/s <assumeRoles[1].roleArn>/s <assumeRoleWithWebIdentity.roleArn>/s",
    );
  });

  test("replaces the other values of a role with [secret], but not the duration, short values or the names of settings", () => {
    const text = "the roleArn and policy of session external {} source team token /file for 3600 seconds";
    expect(withoutRoles(text, { assumeRoles: [{ ...role, duration: "3600" }] })).toBe(
      "the roleArn and policy of [secret] [secret] {} [secret] [secret] token /file for 3600 seconds",
    );
    expect(withoutRoles(text, { assumeRoleWithWebIdentity: webIdentity })).toBe(
      "the roleArn and policy of [secret] external {} source team [secret] [secret] for 3600 seconds",
    );
  });

  test("replaces the ARN of a single role with assumeRole.roleArn", () => {
    expect(withoutRoles(arn("a"), { assumeRoles: [{ roleArn: arn("a") }] })).toBe("<assumeRole.roleArn>");
  });

  test("returns the message unchanged if the settings have no roles", () => {
    expect(withoutRoles(`${arn("a")} a`, {})).toBe(`${arn("a")} a`);
  });
});
