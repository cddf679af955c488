import type { StateSeed } from "../../test/support/localIvsChat/state";

/** The room in the programs of the README, docs, and examples. */
export const room = "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl";

const logging = "arn:aws:ivschat:us-east-1:123456789012:logging-configuration/ChatLogs0001";

/** The rooms that the programs read. */
export const rooms: StateSeed = {
  callers: { AKIDLIVE: { account: "123456789012", secretAccessKey: "live-secret" } },
  rooms: [
    {
      arn: room,
      name: "lobby",
      maximumMessageLength: 500,
      maximumMessageRatePerSecond: 20,
      tags: { team: "live" },
      loggingConfigurationIdentifiers: [logging],
    },
    {
      arn: "arn:aws:ivschat:us-east-1:123456789012:room/MnOpQrStUvWx",
      name: "stage",
      maximumMessageRatePerSecond: 100,
      tags: { team: "night" },
    },
    {
      arn: "arn:aws:ivschat:us-east-1:123456789012:room/LiveMorning1",
      name: "live-morning",
      tags: { stage: "production", show: "morning" },
    },
    { arn: "arn:aws:ivschat:eu-west-1:123456789012:room/EuropeLobby1", name: "lobby" },
  ],
  loggingConfigurations: [{ arn: logging, destinationConfiguration: { s3: { bucketName: "chat-logs" } } }],
};

/** The profile in a program in docs/. */
export const awsConfig = `[profile live]
region = us-east-1
aws_access_key_id = AKIDLIVE
aws_secret_access_key = live-secret
`;
