import { logs, loggingConfigurationWith } from "../answers";
import { incomplete, value, type Outcome, type Row } from "./row";

const odd = (members: Record<string, unknown>, outcome: Outcome) => ({
  script: [loggingConfigurationWith(members)],
  outcome,
  only: "GetLoggingConfiguration" as const,
  requests: "value" in outcome ? 1 : 2,
});

/** Logging configurations that are unusual or invalid. */
export const loggingConfigurations: readonly Row[] = [
  {
    fault: "a destination of a kind that the SDK does not know",
    ...odd(
      { destinationConfiguration: { tape: { reel: 7 } } },
      value({ destinationConfiguration: { type: "unknown", kind: "tape", value: { reel: 7 } } }),
    ),
  },
  {
    fault: "a logging configuration that was not requested",
    ...odd(
      { arn: logs.replace("0001", "0002"), id: "ChatLogs0002" },
      incomplete("arn is .*, the requested ARN"),
    ),
  },
  {
    fault: "an ID that differs from the ARN's",
    ...odd(
      { id: "../../etc/passwd" },
      incomplete("id is .*; expected ChatLogs0001, the last part of the ARN"),
    ),
  },
  {
    fault: "a logging configuration without a destination",
    ...odd({ destinationConfiguration: {} }, incomplete("destinationConfiguration")),
  },
  {
    fault: "a logging configuration with two destinations",
    ...odd(
      { destinationConfiguration: { s3: { bucketName: "a" }, firehose: { deliveryStreamName: "b" } } },
      incomplete("destinationConfiguration"),
    ),
  },
  {
    fault: "an S3 destination without a bucket name",
    ...odd({ destinationConfiguration: { s3: {} } }, incomplete("bucketName is missing")),
  },
];
