import { explainNoArn, parseArn } from "../room/arn";
import { invalidWithoutValue, checkNames } from "./check";
import { checkConnectionArgs, connectionArguments, type ConnectionArgs } from "./connection";

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

/** Throws an InvalidRoomIdentifierError unless the identifier is the ARN of a logging configuration. */
export function checkLoggingConfigurationArgs(args: object): asserts args is GetLoggingConfigurationArgs {
  checkNames(args, ["identifier", ...connectionArguments]);
  checkConnectionArgs(args);
  const { identifier } = args as { readonly identifier?: unknown };
  if (parseArn(identifier, "logging-configuration")) return;
  throw invalidWithoutValue("identifier", explainNoArn(identifier, "logging-configuration"), identifier);
}
