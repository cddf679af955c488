import * as pulumi from "@pulumi/pulumi";
import * as aws7 from "@pulumi/aws";
import * as aws6 from "@pulumi/aws-v6";
import { settingsFor } from "../../src/program/providerSettings";

beforeAll(() =>
  pulumi.runtime.setMocks({
    call: ({ inputs }) => inputs as object,
    newResource: ({ inputs, name }) => ({ id: name, state: inputs as object }),
  }),
);

const roleArn = "arn:aws:iam::123456789012:role/reader";
const shared = {
  region: "eu-west-1" as const,
  profile: "live",
  secretKey: pulumi.secret("s"),
  endpoints: [{ ivschat: "http://127.0.0.1:4570" }],
  allowedAccountIds: ["123456789012"],
  maxRetries: 3,
  insecure: true,
};
const expected = {
  region: "eu-west-1",
  profile: "live",
  secretKey: "s",
  ivschatEndpoint: "http://127.0.0.1:4570",
  allowedAccountIds: ["123456789012"],
  maxRetries: 3,
  insecure: true,
  assumeRoles: [{ roleArn, externalId: "x" }],
};

describe("settingsFor", () => {
  test.each([
    [
      "7",
      (name: string) =>
        new aws7.Provider(name, {
          ...shared,
          assumeRoles: [{ roleArn, externalId: "x" }],
        }),
    ],
    ["6", (name: string) => new aws6.Provider(name, { ...shared, assumeRole: { roleArn, externalId: "x" } })],
  ])(
    "reads the settings of an aws.Provider of @pulumi/aws %s, including nested members",
    async (version, make) => {
      expect(await settingsFor({ provider: make(`explicit-${version}`) }, {})).toEqual(expected);
    },
  );

  test("reads the settings of the aws.Provider that a component passes to its children", async () => {
    const component = new pulumi.ComponentResource(
      "test:index:Component",
      "component",
      {},
      {
        providers: [new aws7.Provider("handed-down", { region: "us-west-2" })],
      },
    );
    expect(await settingsFor({ parent: component }, {})).toEqual({ region: "us-west-2" });
  });
});
