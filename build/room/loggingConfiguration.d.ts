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
export type LoggingDestination = {
    readonly type: "s3";
    readonly bucketName: string;
} | {
    readonly type: "cloudWatchLogs";
    readonly logGroupName: string;
} | {
    readonly type: "firehose";
    readonly deliveryStreamName: string;
} | {
    readonly type: "unknown";
    readonly kind: string;
    readonly value: unknown;
};
/** The logging configuration that an answer describes. Throws MalformedAnswer where it is incomplete or wrong. */
export declare function loggingConfigurationFromAnswer(answer: unknown): GetLoggingConfigurationResult;
