import { join } from "node:path";
import { room, useCloud } from "../aws/surroundings";
import { unset } from "../support/environment";
import { startedBefore } from "../support/hooks";
import { PluginClient, type Values } from "../support/pluginClient";

const aws = useCloud();
const plugin = startedBefore("test", PluginClient.start.bind(PluginClient), (client) => {
  client.close();
});

const config = (): [string, Values][] => [
  ["static keys", { accessKey: "AKIDP1", secretKey: "p1-secret" }],
  ["a profile", { profile: "p1" }],
  [
    "shared files",
    {
      sharedConfigFiles: [join(aws.folder, "other-config")],
      sharedCredentialsFiles: [join(aws.folder, "other-credentials")],
      profile: "elsewhere",
    },
  ],
  ["a role", { assumeRoles: [{ roleArn: "arn:aws:iam::123456789012:role/one" }] }],
  [
    "a metadata endpoint",
    { ec2MetadataServiceEndpoint: aws.plainEndpoint, ec2MetadataServiceEndpointMode: "IPv4" },
  ],
  ["a proxy", { httpsProxy: aws.proxy, httpProxy: aws.proxy, noProxy: "localhost" }],
];

test("no method of the plugin changes process.env, even temporarily", async () => {
  const real = process.env;
  const written: unknown[] = [];
  const readWith = async (values: Values) => {
    await plugin.checkConfig(values);
    await plugin.diffConfig({}, values);
    await plugin.configure({ region: "us-east-1", ...values });
    const { result, failures } = await plugin.invoke("getRoom", { identifier: room() });
    expect(failures).toEqual([]);
    expect(result).toMatchObject({ name: "lobby" });
    const { inputs = {} } = await plugin.check({}, { identifier: room() });
    const { id, properties = {} } = await plugin.create(inputs);
    await plugin.diff(id, properties, inputs);
    await plugin.update(id, properties, inputs);
    expect((await plugin.read(id, properties, inputs)).id).toBe(room());
    await expect(plugin.invoke("getRoom", { identifier: room(), profile: "nobody" })).resolves.toMatchObject({
      failures: [{}],
    });
  };
  process.env = new Proxy(real, {
    set: (target, name, value) => written.push(name) > 0 && Reflect.set(target, name, value),
    deleteProperty: (target, name) => written.push(name) > 0 && Reflect.deleteProperty(target, name),
  });
  try {
    for (const [name, values] of config()) {
      if (name === "a metadata endpoint") {
        unset("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_EC2_METADATA_DISABLED");
        written.splice(0);
      }
      const before = { ...real };
      await readWith(values);
      expect({ ...real }).toEqual(before);
      expect(written).toEqual([]);
      if (name === "a metadata endpoint")
        Object.assign(real, { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "env-secret" });
    }
  } finally {
    process.env = real;
  }
  expect(new Set(aws.requests.map(({ accessKeyId }) => accessKeyId))).toEqual(
    new Set(["AKIDP1", "AKIDELSEWHERE", "AKIDENV", "ASIAONE", "ASIAINSTANCE", undefined]),
  );
});
