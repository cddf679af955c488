import type * as pulumi from "@pulumi/pulumi";
import type { GetLoggingConfigurationResult } from "../../room/loggingConfiguration";
import type { ConnectionArgs, Inputs } from "../../arguments/room";
/**
 * Which logging configuration to read.
 *
 * @example
 * ```ts
 * import { getLoggingConfiguration, type GetLoggingConfigurationArgs } from "pulumi-ivschat";
 *
 * const args: GetLoggingConfigurationArgs = {
 *   identifier: "arn:aws:ivschat:us-east-1:123456789012:logging-configuration/AbCdEfGhIjKl",
 * };
 * const logging = await getLoggingConfiguration(args);
 * ```
 */
export interface GetLoggingConfigurationArgs extends ConnectionArgs {
    /** The logging configuration's ARN: one of a room's `loggingConfigurationIdentifiers`. */
    readonly identifier: string;
}
/**
 * {@link GetLoggingConfigurationArgs} whose members may be outputs of other resources.
 *
 * @example
 * ```ts
 * import { getLoggingConfigurationOutput, getRoomOutput, type GetLoggingConfigurationOutputArgs } from "pulumi-ivschat";
 *
 * const room = getRoomOutput({ name: "lobby" });
 * const args: GetLoggingConfigurationOutputArgs = {
 *   identifier: room.loggingConfigurationIdentifiers.apply(([first = ""]) => first),
 * };
 * const logging = getLoggingConfigurationOutput(args);
 * ```
 */
export type GetLoggingConfigurationOutputArgs = Inputs<GetLoggingConfigurationArgs>;
/**
 * Reads a logging configuration: where the messages of the rooms that refer to it are logged.
 *
 * Costs one GetLoggingConfiguration request (3 a second for each account and region), which needs the permission
 * `ivschat:GetLoggingConfiguration`; nothing else in this package makes it.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetLoggingConfiguration.html
 *
 * @throws {@link RoomReadError} and the classes below it.
 *
 * @example
 * ```ts
 * import { getLoggingConfiguration, getRoom } from "pulumi-ivschat";
 *
 * const room = await getRoom({ name: "lobby" });
 * const all = room.loggingConfigurationIdentifiers.map((identifier) => getLoggingConfiguration({ identifier }));
 * export const destinations = (await Promise.all(all)).map((logging) => logging.destinationConfiguration);
 * ```
 */
export declare function getLoggingConfiguration(args: GetLoggingConfigurationArgs, opts?: pulumi.InvokeOptions): Promise<GetLoggingConfigurationResult>;
/**
 * {@link getLoggingConfiguration} with arguments that may be outputs of other resources, and with the manners of {@link getRoomOutput}.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetLoggingConfiguration.html
 *
 * @example
 * ```ts
 * import { getLoggingConfigurationOutput } from "pulumi-ivschat";
 *
 * export const logging = getLoggingConfigurationOutput({
 *   identifier: "arn:aws:ivschat:us-east-1:123456789012:logging-configuration/AbCdEfGhIjKl",
 * });
 * ```
 */
export declare function getLoggingConfigurationOutput(args: GetLoggingConfigurationOutputArgs, opts?: pulumi.InvokeOutputOptions): pulumi.Output<GetLoggingConfigurationResult>;
