import type { InvokeRequest, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { performance } from "node:perf_hooks";
import { withoutSecretArguments } from "../arguments/secretArguments";
import { failureOf } from "../reading/failure";
import type { Run } from "../reading/run";
import { holdsUnknown } from "../tracking/unknown";
import type { Configuration } from "./configuration";
import { functions, type PluginFunction } from "./functions";
import { invokeFailure, invokeResponse } from "./responses";
import { valuesOf, withSecrets } from "./values";

/** Calls a provider function. If an argument is secret, every member of the result is secret. */
export async function invoke(
  request: InvokeRequest,
  configuration: Configuration,
  run: Run,
): Promise<InvokeResponse> {
  const fn = functions.get(request.getTok());
  if (fn === undefined)
    throw new Error(
      `there is no function ${request.getTok()}; there are ${[...functions.keys()].join(", ")}`,
    );
  const given = valuesOf(request.getArgs());
  const args = given.values;
  run.secrets.add(given);
  const isPreview = request.getPreview();
  // The result is empty if an argument or setting is unknown, because the engine rejects unknown values in a function's result. The engine
  // itself uses an empty result if a provider is not configured yet.
  if (holdsUnknown(args) || (isPreview && isLeftOut(fn, args)) || !configuration.isKnownFor(args))
    return invokeResponse({});
  try {
    fn.check(args);
    // In an update, another resource may have changed the room, so an earlier answer must not be reused.
    const notBefore = isPreview ? 0 : performance.now();
    const result = await fn.read(args, run, configuration.settings, notBefore);
    return invokeResponse(withSecrets({ ...result }, () => given.secrets.length > 0));
  } catch (error) {
    const { message, argument } = failureOf(error, {
      what: "Amazon IVS Chat",
      region: undefined,
      action: "",
    });
    return invokeFailure({
      property: argument ?? "",
      reason: configuration.withoutSecrets(withoutSecretArguments(message, given)),
    });
  }
}

// In a preview, the engine omits unknown arguments. If all arguments in `oneOf` are missing, at least one of them is therefore unknown.
function isLeftOut({ oneOf }: PluginFunction, args: object): boolean {
  return oneOf.length > 0 && !oneOf.some((name) => name in args);
}
