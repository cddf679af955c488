import type {
  CheckRequest,
  CheckResponse,
  DiffRequest,
  DiffResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { ConnectionProblem } from "../aws/problem";
import { printed } from "../room/text";
import { Configuration, configurationKeys } from "./configuration";
import { isCredential } from "./credentials";
import { detailedDifference, withoutIgnored } from "./detailedDifference";
import { checkResponse, differenceResponse, type Failure } from "./responses";
import { valuesOf, withSecrets, type Values } from "./values";

/** Validates a provider's configuration, and marks the credentials in it as secret. */
export function checkConfig(request: CheckRequest): CheckResponse {
  const given = valuesOf(request.getNews());
  const { values, secrets } = given;
  const unknown = Object.keys(values).filter(
    (key) => !ofTheEngine.includes(key) && !configurationKeys.includes(key),
  );
  const inputs = withSecrets(values, (key) => secrets.includes(key) || isCredential(key, values[key]));
  return checkResponse(inputs, [...unknown.map(unknownKey), ...problemsOf(given)]);
}

/** Compares two configurations. A change never requires a replacement. */
export function diffConfig(request: DiffRequest): DiffResponse {
  const olds = valuesOf(request.getOldInputs() ?? request.getOlds());
  const news = valuesOf(request.getNews());
  const changes = detailedDifference(olds.values, news.values, [...olds.secrets, ...news.secrets]);
  return differenceResponse(withoutIgnored(changes, request.getIgnorechangesList()));
}

// Older engines add these settings of their own to a provider's configuration.
const ofTheEngine = ["version", "pluginDownloadURL"];

function unknownKey(key: string): Failure {
  const name = printed(key).slice(1, -1);
  const reason = `${name} is not a key of the provider's configuration; the keys are ${configurationKeys.join(", ")}`;
  return { property: key, reason };
}

function problemsOf(given: Values): Failure[] {
  try {
    new Configuration(given);
    return [];
  } catch (error) {
    if (!(error instanceof ConnectionProblem)) throw error;
    return [{ property: "", reason: error.message }];
  }
}
