import type * as pulumi from "@pulumi/pulumi";
import type { GetLoggingConfigurationArgs } from "../../arguments/loggingConfiguration";
import { getLoggingConfigurationFunction } from "../../reading/functions";
import type { GetLoggingConfigurationResult } from "../../room/loggingConfiguration";
import type { Inputs } from "../inputs";
import { invoke, invokeOutput } from "./invoke";

/** The arguments of {@link getLoggingConfigurationOutput}, which are {@link GetLoggingConfigurationArgs} with outputs allowed. */
export type GetLoggingConfigurationOutputArgs = Inputs<GetLoggingConfigurationArgs>;

/**
 * Reads a logging configuration, which defines where the chat messages of a room are logged.
 *
 * Costs one GetLoggingConfiguration request (quota: 3 per second for each account and region), which needs the permission
 * `ivschat:GetLoggingConfiguration`. No other function of this package makes this request.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetLoggingConfiguration.html
 *
 * @throws {@link InvalidRoomIdentifierError} before any request if the arguments are invalid.
 * @throws {@link RoomReadError} or one of its subclasses if the read fails.
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
export function getLoggingConfiguration(
  args: GetLoggingConfigurationArgs,
  opts?: pulumi.InvokeOptions,
): Promise<GetLoggingConfigurationResult> {
  return invoke(getLoggingConfigurationFunction, args, opts);
}

/**
 * Calls {@link getLoggingConfiguration} with arguments that may be outputs. Waits for dependencies and propagates secrets, like
 * {@link getRoomOutput}.
 *
 * @remarks Source: https://docs.aws.amazon.com/ivs/latest/ChatAPIReference/API_GetLoggingConfiguration.html
 *
 * @throws The errors of {@link getLoggingConfiguration}, through the output.
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
export function getLoggingConfigurationOutput(
  args: GetLoggingConfigurationOutputArgs,
  opts?: pulumi.InvokeOutputOptions,
): pulumi.Output<GetLoggingConfigurationResult> {
  return invokeOutput(getLoggingConfigurationFunction, args, opts);
}
