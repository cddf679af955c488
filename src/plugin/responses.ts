import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { propertiesOf, type Kind } from "./detailedDifference";
import { structOf } from "./values";

/** The reason why a property is rejected. `property` is `""` if the reason is not about a single property. */
export interface Failure {
  readonly property: string;
  readonly reason: string;
}

export function checkResponse(inputs: object | undefined, failures: readonly Failure[] = []) {
  const response = new messages.CheckResponse();
  if (inputs !== undefined) response.setInputs(structOf(inputs));
  response.setFailuresList(failures.map(failureMessage));
  return response;
}

export function invokeResponse(result: object) {
  const response = new messages.InvokeResponse();
  response.setReturn(structOf(result));
  return response;
}

export function invokeFailure(failure: Failure) {
  const response = new messages.InvokeResponse();
  response.addFailures(failureMessage(failure));
  return response;
}

/** Creates the response to Diff or DiffConfig from the changed paths and the properties that require a replacement. */
export function differenceResponse(
  changes: ReadonlyMap<string, Kind>,
  replaces: readonly string[] = [],
): messages.DiffResponse {
  const { DiffChanges } = messages.DiffResponse;
  const response = new messages.DiffResponse();
  response.setChanges(
    changes.size > 0 || replaces.length > 0 ? DiffChanges.DIFF_SOME : DiffChanges.DIFF_NONE,
  );
  response.setReplacesList([...replaces]);
  response.setHasdetaileddiff(true);
  for (const [path, kind] of changes)
    response.getDetaileddiffMap().set(path, detail(kind, replaces.includes(path)));
  response.setDiffsList(propertiesOf(changes.keys()));
  return response;
}

function detail(kind: Kind, isReplacing: boolean): messages.PropertyDiff {
  const { Kind } = messages.PropertyDiff;
  const kinds = { add: Kind.ADD, delete: Kind.DELETE, update: Kind.UPDATE };
  const replacing = { add: Kind.ADD_REPLACE, delete: Kind.DELETE_REPLACE, update: Kind.UPDATE_REPLACE };
  const message = new messages.PropertyDiff();
  message.setKind((isReplacing ? replacing : kinds)[kind]);
  return message;
}

function failureMessage({ property, reason }: Failure): messages.CheckFailure {
  const message = new messages.CheckFailure();
  message.setProperty(property);
  message.setReason(reason);
  return message;
}
