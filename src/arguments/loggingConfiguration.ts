import { explainInvalidArn, parseArn } from "../room/arn";
import { invalidWithoutValue, checkNames } from "./check";
import { checkConnectionArgs, connectionArguments, type ConnectionArgs } from "./connection";

/** The arguments of getLoggingConfiguration. */
export interface GetLoggingConfigurationArgs extends ConnectionArgs {
  /** ARN of the logging configuration, for example from a room's `loggingConfigurationIdentifiers`. */
  readonly identifier: string;
}

export function checkLoggingConfigurationArgs(args: object): asserts args is GetLoggingConfigurationArgs {
  checkNames(args, ["identifier", ...connectionArguments]);
  checkConnectionArgs(args);
  const { identifier } = args as { readonly identifier?: unknown };
  if (parseArn(identifier, "logging-configuration")) return;
  throw invalidWithoutValue("identifier", explainInvalidArn(identifier, "logging-configuration"), identifier);
}
