import {
  CredentialsError,
  findRoom,
  getLoggingConfiguration,
  getRoom,
  getRooms,
  type RoomReadError,
} from "../../src";
import { regions } from "../support/localIvsChat/regions";
import { arn, useLocalIvsChat } from "../support/service";
import { callers } from "../support/serviceEnvironment";
import { setConfig } from "./surroundings";

const logs = (region: string) => arn("ChatLogs0001", region).replace(":room/", ":logging-configuration/");
// Each region has a room with the same ID, so that a read in the wrong region is noticed.
const state = {
  rooms: regions.map((region) => ({ arn: arn("LobbyLobby12", region), name: "lobby", tags: { region } })),
  loggingConfigurations: regions.map((region) => ({ arn: logs(region), name: `logs-${region}` })),
};
const account = callers.AKIDTEST?.account ?? "";

const service = useLocalIvsChat({
  state,
  callers: {
    AKIDSTATIC: { account, secretAccessKey: "static-secret" },
    ASIATEMPORARY: { account, secretAccessKey: "temporary-secret", sessionToken: "temporary-token" },
  },
});

const reads: [string, (region: string) => Promise<unknown>, (region: string) => object][] = [
  [
    "getRoom",
    (region) => getRoom({ identifier: arn("LobbyLobby12", region) }),
    (region) => ({ arn: arn("LobbyLobby12", region), tags: { region } }),
  ],
  ["getRoom by name", (region) => getRoom({ name: "lobby", region }), (region) => ({ tags: { region } })],
  [
    "findRoom",
    (region) => findRoom({ identifier: arn("LobbyLobby12", region) }),
    (region) => ({ arn: arn("LobbyLobby12", region), tags: { region } }),
  ],
  ["getRooms", (region) => getRooms({ region }), (region) => ({ rooms: [{ tags: { region } }] })],
  [
    "getLoggingConfiguration",
    (region) => getLoggingConfiguration({ identifier: logs(region) }),
    (region) => ({ arn: logs(region), name: `logs-${region}` }),
  ],
];

describe.each(reads)("%s", (_what, read, expected) => {
  test.each(regions)("sends its requests to %s even if AWS_REGION is another region", async (region) => {
    process.env.AWS_REGION = region === "eu-west-1" ? "us-east-1" : "eu-west-1";
    expect(await read(region)).toMatchObject(expected(region));
    expect(new Set(service.requests.map((request) => request.region))).toEqual(new Set([region]));
  });

  test.each<[string, Record<string, string>]>([
    ["static keys", { "aws:accessKey": "AKIDSTATIC", "aws:secretKey": "static-secret" }],
    [
      "temporary keys",
      {
        "aws:accessKey": "ASIATEMPORARY",
        "aws:secretKey": "temporary-secret",
        "aws:token": "temporary-token",
      },
    ],
  ])("signs its requests with %s of the stack's configuration", async (_keys, values) => {
    setConfig(values);
    expect(await read("eu-central-1")).toMatchObject(expected("eu-central-1"));
    const used = new Set(service.requests.map(({ accessKeyId }) => accessKeyId));
    expect(used).toEqual(new Set([values["aws:accessKey"]]));
  });

  test.each<[string, () => void, string]>([
    [
      "a wrong secret in the environment",
      () => (process.env.AWS_SECRET_ACCESS_KEY = "wrong"),
      "InvalidSignatureException",
    ],
    [
      "a wrong secret in the stack's configuration",
      () => {
        setConfig({ "aws:accessKey": "AKIDSTATIC", "aws:secretKey": "wrong" });
      },
      "InvalidSignatureException",
    ],
    [
      "a wrong token",
      () => {
        setConfig({
          "aws:accessKey": "ASIATEMPORARY",
          "aws:secretKey": "temporary-secret",
          "aws:token": "wrong",
        });
      },
      "UnrecognizedClientException",
    ],
    [
      "an unknown access key",
      () => (process.env.AWS_ACCESS_KEY_ID = "AKIDNOBODY"),
      "UnrecognizedClientException",
    ],
  ])("throws a CredentialsError for %s, without a retry", async (_what, prepare, code) => {
    prepare();
    const error = await read("us-east-1").then(
      () => undefined,
      (reason: unknown) => reason as RoomReadError,
    );
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error?.code).toBe(code);
    expect(error?.message).toContain(`the credentials are not accepted (${code}: `);
    expect(error?.message).not.toMatch(/wrong|static-secret|temporary/);
    expect(service.requests.map(({ status }) => status)).toEqual([403]);
  });
});

describe("a room of another account", () => {
  test("cannot be read, because the service denies access", async () => {
    const there = arn("LobbyLobby12", "us-east-1", "210987654321");
    await expect(getRoom({ identifier: there })).rejects.toMatchObject({ code: "AccessDeniedException" });
  });
});
