import { optionalStringFrom, stringFrom, timeFrom, MalformedAnswer, objectFrom } from "./answer";
import { parseArn } from "./arn";
import { plainData } from "./markers";
import { allTagsFrom, withoutMarkers } from "./tags";

/**
 * A logging configuration of Amazon IVS Chat: where the messages of the rooms that refer to it are logged. Every member is always
 * present.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetLoggingConfiguration.html
 *
 * @example
 * ```ts
 * import { getLoggingConfiguration, type GetLoggingConfigurationResult } from "pulumi-ivschat";
 *
 * const logging: GetLoggingConfigurationResult = await getLoggingConfiguration({
 *   identifier: "arn:aws:ivschat:us-east-1:123456789012:logging-configuration/AbCdEfGhIjKl",
 * });
 * ```
 */
export interface GetLoggingConfigurationResult {
  /** The logging configuration's ARN. */
  readonly arn: string;
  /** Its relative identifier: the part of the ARN after `logging-configuration/`. */
  readonly id: string;
  /** Its name; `""` for one without a name. Names need not be unique. */
  readonly name: string;
  /** When it was created: ISO 8601, UTC, with milliseconds. */
  readonly createTime: string;
  /** When it was last updated: ISO 8601, UTC, with milliseconds. */
  readonly updateTime: string;
  /** Whether it works (`ACTIVE`) or what is being done to it; a state of a later service is passed on as it is. */
  readonly state: string;
  /** Where messages are logged. */
  readonly destinationConfiguration: LoggingDestination;
  /** Its tags; `{}` for none. */
  readonly tags: Record<string, string>;
}

/**
 * Where messages are logged: told apart by `type`. A kind of destination that a later service adds is passed on as it came.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_DestinationConfiguration.html
 *
 * @example
 * ```ts
 * import type { LoggingDestination } from "pulumi-ivschat";
 *
 * function bucketOf(destination: LoggingDestination): string | undefined {
 *   return destination.type === "s3" ? destination.bucketName : undefined;
 * }
 * ```
 */
export type LoggingDestination =
  | { readonly type: "s3"; readonly bucketName: string }
  | { readonly type: "cloudWatchLogs"; readonly logGroupName: string }
  | { readonly type: "firehose"; readonly deliveryStreamName: string }
  | { readonly type: "unknown"; readonly kind: string; readonly value: unknown };

/** The logging configuration that an answer describes. Throws MalformedAnswer where it is incomplete or wrong. */
export function loggingConfigurationFromAnswer(answer: unknown): GetLoggingConfigurationResult {
  const members = objectFrom("the answer", answer);
  const arn = parseArn(members.arn, "logging-configuration");
  if (!arn) throw new MalformedAnswer("arn", members.arn, "a logging configuration's ARN");
  if (members.id !== arn.id)
    throw new MalformedAnswer("id", members.id, `${arn.id}, the last part of the ARN,`);
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
  // A union on the wire is an object with one member; others may be there as null.
  const kinds = Object.entries(objectFrom(member, value)).filter(([, settings]) => settings != null);
  const [only, another] = kinds;
  if (only === undefined || another !== undefined)
    throw new MalformedAnswer(member, value, "one destination");
  const [kind, settings] = only;
  const named = (name: string) =>
    stringFrom(`${member}.${kind}.${name}`, objectFrom(`${member}.${kind}`, settings)[name]);
  switch (kind) {
    case "s3":
      return { type: "s3", bucketName: named("bucketName") };
    case "cloudWatchLogs":
      return { type: "cloudWatchLogs", logGroupName: named("logGroupName") };
    case "firehose":
      return { type: "firehose", deliveryStreamName: named("deliveryStreamName") };
    default:
      return { type: "unknown", kind, value: settings };
  }
}
