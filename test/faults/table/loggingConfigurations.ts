import { logs, loggingConfigurationWith } from "../answers";
import { incomplete, value, type Outcome, type Row } from "./row";

const odd = (members: Record<string, unknown>, outcome: Outcome) => ({
  script: [loggingConfigurationWith(members)],
  outcome,
  only: "GetLoggingConfiguration" as const,
  requests: "value" in outcome ? 1 : 2,
});

/** Logging configurations that are odd or wrong. */
export const loggingConfigurations: readonly Row[] = [
  {
    fault: "a kind of destination that a later model has",
    ...odd(
      { destinationConfiguration: { tape: { reel: 7 } } },
      value({ destinationConfiguration: { type: "unknown", kind: "tape", value: { reel: 7 } } }),
    ),
  },
  {
    fault: "another logging configuration than was asked for",
    ...odd(
      { arn: logs.replace("0001", "0002"), id: "ChatLogs0002" },
      incomplete("arn is .*, the requested ARN"),
    ),
  },
  {
    fault: "an id that is not its ARN's",
    ...odd(
      { id: "../../etc/passwd" },
      incomplete("id is .*; expected ChatLogs0001, the last part of the ARN"),
    ),
  },
  {
    fault: "no destination",
    ...odd({ destinationConfiguration: {} }, incomplete("destinationConfiguration")),
  },
  {
    fault: "two destinations",
    ...odd(
      { destinationConfiguration: { s3: { bucketName: "a" }, firehose: { deliveryStreamName: "b" } } },
      incomplete("destinationConfiguration"),
    ),
  },
  {
    fault: "a bucket without a name",
    ...odd({ destinationConfiguration: { s3: {} } }, incomplete("bucketName is missing")),
  },
];
