import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { getRoom, getRoomOutput } from "../../src";
import { useEngine } from "../support/engine";
import { unset } from "../support/environment";
import { room, useCloud } from "./surroundings";

const aws = useCloud();
const engine = useEngine();
const instances: Server[] = [];
afterAll(() => {
  for (const server of instances) server.close();
});
beforeEach(() => {
  unset("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_EC2_METADATA_DISABLED");
});

/** Starts a slow instance metadata service that returns this access key. Calls `asked` for each request. */
async function startInstance(accessKeyId: string, asked = () => undefined as unknown): Promise<string> {
  const answer = JSON.stringify({
    Code: "Success",
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretOf(accessKeyId, "t"),
    Token: "t",
    Expiration: new Date(Date.now() + 3_600_000).toISOString(),
  });
  const server = createServer(({ url = "" }, response) => {
    asked();
    setTimeout(() => {
      response.end(url.endsWith("/token") ? "token" : url.endsWith("/") ? "role" : answer);
    }, 200);
  });
  instances.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Writes shared files with a default profile that has this access key and region. Returns the settings that name the files. */
function sharedFiles(accessKeyId: string, region: string): Record<string, string> {
  const [config, credentials] = ["config", "credentials"].map((kind) =>
    join(aws.folder, `${accessKeyId}.${kind}`),
  );
  writeFileSync(config ?? "", `[default]\nregion = ${region}\n`);
  writeFileSync(
    credentials ?? "",
    `[default]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretOf(accessKeyId)}\n`,
  );
  return {
    "aws:sharedConfigFiles": JSON.stringify([config]),
    "aws:sharedCredentialsFiles": JSON.stringify([credentials]),
  };
}

/** Registers a secret key with the local AWS, and returns the secret key. */
function secretOf(accessKeyId: string, sessionToken?: string): string {
  const secretAccessKey = `secret-of-${accessKeyId}`;
  aws.secrets.set(accessKeyId, { secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) });
  return secretAccessKey;
}

const signers = (name: string) =>
  aws.requests
    .filter(({ body }) => body.includes(name))
    .map(({ accessKeyId, region }) => `${accessKeyId} ${region}`);

/** Returns every change that `run` makes to the environment. */
async function changesOfTheEnvironment(run: () => Promise<unknown>): Promise<string[]> {
  const environment = process.env;
  const changes: string[] = [];
  process.env = new Proxy(environment, {
    set: (target, name, value: string) => {
      changes.push(`${String(name)}=${value}`);
      return Reflect.set(target, name, value);
    },
    deleteProperty: (target, name) => {
      changes.push(`delete ${String(name)}`);
      return Reflect.deleteProperty(target, name);
    },
    defineProperty: (target, name, descriptor) => {
      changes.push(`define ${String(name)}`);
      return Reflect.defineProperty(target, name, descriptor);
    },
  });
  try {
    await run();
  } finally {
    process.env = environment;
  }
  return changes;
}

describe("two stacks in one process", () => {
  test("can read at the same time, each with the credentials of its own instance metadata service", async () => {
    for (const round of [1, 2]) {
      const [a, b] = await Promise.all(
        ["A", "B"].map(async (name) =>
          engine.stack({
            name: `instance-${name}-${round}`,
            program: async () => {
              if (name === "B") await sleep(50 * round);
              return { name: getRoomOutput({ name: `room-of-${name}` }).name };
            },
            config: {
              "aws:region": "us-east-1",
              "aws:ec2MetadataServiceEndpoint": await startInstance(`AKIDSTACK${name}`),
            },
          }),
        ),
      );
      await Promise.all([a?.preview(), b?.preview()]);
    }
    expect(new Set(signers("room-of-A"))).toEqual(new Set(["AKIDSTACKA us-east-1"]));
    expect(new Set(signers("room-of-B"))).toEqual(new Set(["AKIDSTACKB us-east-1"]));
    expect(signers("room-of-A")).toHaveLength(2);
    expect(signers("room-of-B")).toHaveLength(2);
  });

  test("can read at the same time, each with the credentials and the region of its own shared files", async () => {
    for (const round of [1, 2]) {
      const [a, b] = await Promise.all(
        [
          ["A", "eu-west-1"],
          ["B", "us-west-2"],
        ].map(([name = "", region = ""]) =>
          engine.stack({
            name: `files-${name}-${round}`,
            program: () => Promise.resolve({ name: getRoomOutput({ name: `room-of-${name}` }).name }),
            config: sharedFiles(`AKIDSTACK${name}`, region),
          }),
        ),
      );
      await Promise.all([a?.preview(), b?.preview()]);
    }
    expect(signers("room-of-A")).toEqual(Array(2).fill("AKIDSTACKA eu-west-1"));
    expect(signers("room-of-B")).toEqual(Array(2).fill("AKIDSTACKB us-west-2"));
  });
});

describe("process.env", () => {
  test("is not changed by a read with instance metadata, and neither is the environment of a child process started during the read", async () => {
    let inherited = "";
    const endpoint = await startInstance("AKIDA", () => {
      inherited += spawnSync("env", { env: process.env, encoding: "utf8" }).stdout;
    });
    aws.config({
      "aws:ec2MetadataServiceEndpoint": endpoint,
      "aws:ec2MetadataServiceEndpointMode": "IPv4",
      "aws:skipMetadataApiCheck": "false",
    });
    expect(await changesOfTheEnvironment(() => getRoom({ identifier: room() }))).toEqual([]);
    expect(inherited).toContain("HTTPS_PROXY=");
    expect(inherited).not.toMatch(/AWS_EC2_METADATA|AKIDA/);
    expect(aws.requests).toMatchObject([{ accessKeyId: "AKIDA" }]);
  });

  test("is not changed by a read with shared files", async () => {
    aws.config(sharedFiles("AKIDA", "eu-west-1"));
    expect(await changesOfTheEnvironment(() => getRoom({ name: "lobby" }))).toEqual([]);
    expect(aws.requests[0]).toMatchObject({ accessKeyId: "AKIDA", region: "eu-west-1" });
  });
});
