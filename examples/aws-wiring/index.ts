import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { getRoomOutput } from "pulumi-ivschat";

const room = getRoomOutput({ identifier: new pulumi.Config().require("roomArn") });

const role = new aws.iam.Role("chat-filter", {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" }),
});

// A function that must not take longer messages than the room lets through.
const filter = new aws.lambda.Function("chat-filter", {
  role: role.arn,
  runtime: "nodejs22.x",
  handler: "index.handler",
  code: new pulumi.asset.AssetArchive({
    "index.js": new pulumi.asset.StringAsset(
      "exports.handler = async (event) => ({ ReviewResult: 'ALLOW' });",
    ),
  }),
  environment: {
    variables: {
      MAXIMUM_MESSAGE_LENGTH: room.maximumMessageLength.apply(String),
      MAXIMUM_MESSAGES_PER_SECOND: room.maximumMessageRatePerSecond.apply(String),
    },
  },
  tags: room.tags.apply(withoutReserved),
});

// What clients read before they send.
const limits = new aws.ssm.Parameter("chat-limits", {
  name: "/chat/limits",
  type: "String",
  // Not a secret, so previews show it.
  insecureValue: pulumi.jsonStringify({
    maximumMessageLength: room.maximumMessageLength,
    maximumMessageRatePerSecond: room.maximumMessageRatePerSecond,
  }),
});

// Somebody should look when the room is at 80 % of the messages that it lets through in a minute. The metric is one that the chat
// application writes itself.
const busy = new aws.cloudwatch.MetricAlarm("chat-busy", {
  namespace: "Chat",
  metricName: "MessagesSent",
  dimensions: { RoomId: room.id },
  statistic: "Sum",
  period: 60,
  evaluationPeriods: 1,
  comparisonOperator: "GreaterThanThreshold",
  threshold: room.maximumMessageRatePerSecond.apply((perSecond) => perSecond * 60 * 0.8),
});

export const filterArn = filter.arn;
export const limitsParameter = limits.name;
export const busyThreshold = busy.threshold;

// Tags of AWS's own cannot be set by others.
function withoutReserved(tags: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !key.startsWith("aws:")));
}
