import { optionalStringFrom, stringFrom, timeFrom, MalformedAnswer, objectFrom } from "./answer";
import { parseArn } from "./arn";
import { plainData } from "./markers";
import { allTagsFrom, withoutMarkers } from "./tags";

/**
 * A logging configuration of Amazon IVS Chat, as GetLoggingConfiguration returns it. Every member is always present.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetLoggingConfiguration.html
 */
export interface GetLoggingConfigurationResult {
  /** The logging configuration's ARN. */
  readonly arn: string;
  /** The logging configuration's ID: the part of the ARN after `logging-configuration/`. */
  readonly id: string;
  /** The logging configuration's name, or `""` if it has none. Names are not unique. */
  readonly name: string;
  /** When the logging configuration was created: ISO 8601 in UTC, with milliseconds. */
  readonly createTime: string;
  /** When the logging configuration was last updated: ISO 8601 in UTC, with milliseconds. */
  readonly updateTime: string;
  /** The logging configuration's state, such as `ACTIVE` or `UPDATING`. Unknown states are returned unchanged. */
  readonly state: string;
  /** Where chat messages are logged. */
  readonly destinationConfiguration: LoggingDestination;
  /** The logging configuration's tags, or `{}` if it has none. */
  readonly tags: Record<string, string>;
}

/**
 * Where chat messages are logged. `type` is the discriminator of the union. If this package does not know the kind of destination, `type`
 * is `unknown`.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_DestinationConfiguration.html
 */
export type LoggingDestination =
  | { readonly type: "s3"; readonly bucketName: string }
  | { readonly type: "cloudWatchLogs"; readonly logGroupName: string }
  | { readonly type: "firehose"; readonly deliveryStreamName: string }
  | { readonly type: "unknown"; readonly kind: string; readonly value: unknown };

/**
 * Converts the parsed JSON of a GetLoggingConfiguration response. Throws MalformedAnswer if the response is incomplete or invalid.
 */
export function loggingConfigurationFromAnswer(answer: unknown): GetLoggingConfigurationResult {
  const members = objectFrom("the answer", answer);
  const arn = parseArn(members.arn, "logging-configuration");
  if (!arn) throw new MalformedAnswer("arn", members.arn, "a logging configuration's ARN");
  if (members.id !== arn.id)
    throw new MalformedAnswer("id", members.id, `${arn.id}, the last part of the ARN`);
  return plainData({
    arn: arn.text,
    id: arn.id,
    name: optionalStringFrom("name", members.name),
    createTime: timeFrom("createTime", members.createTime),
    updateTime: timeFrom("updateTime", members.updateTime),
    state: stringFrom("state", members.state),
    destinationConfiguration: destination(members.destinationConfiguration),
    tags: withoutMarkers(allTagsFrom(members.tags)),
  });
}

function destination(value: unknown): LoggingDestination {
  const member = "destinationConfiguration";
  // The service encodes a union as an object in which exactly one member is not null.
  const kinds = Object.entries(objectFrom(member, value)).filter(([, settings]) => settings != null);
  const [only, another] = kinds;
  if (only === undefined || another !== undefined)
    throw new MalformedAnswer(member, value, "exactly one destination");
  const [kind, settings] = only;
  const stringMember = (name: string) =>
    stringFrom(`${member}.${kind}.${name}`, objectFrom(`${member}.${kind}`, settings)[name]);
  switch (kind) {
    case "s3":
      return { type: "s3", bucketName: stringMember("bucketName") };
    case "cloudWatchLogs":
      return { type: "cloudWatchLogs", logGroupName: stringMember("logGroupName") };
    case "firehose":
      return { type: "firehose", deliveryStreamName: stringMember("deliveryStreamName") };
    default:
      return { type: "unknown", kind, value: settings };
  }
}
