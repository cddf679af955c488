import { RoomNotFoundError, RoomReadError } from "../errors";
import { failureOf } from "../reading/failure";
import { withoutSecretArguments, type CallArguments } from "../arguments/secretArguments";
import { withoutSecrets } from "../room/withoutSecrets";
import type { Lookup, Properties, RecordedConnection, RecordedRoom } from "./properties";

interface Circumstances {
  readonly call: CallArguments;
  readonly recorded?: RecordedRoom | undefined;
  readonly choice?: Lookup;
}

/** Returns the error message for a failed read, without secrets. */
export function reasonFor(
  error: unknown,
  connection: RecordedConnection | undefined,
  { call, recorded, choice = {} }: Circumstances,
): string {
  const provider = connection?.provider;
  const settings = (provider?.secrets ?? []).map((name) => provider?.[name]);
  const message = withoutSecrets(
    recorded && error instanceof RoomNotFoundError
      ? notFoundMessage(error, recorded, choice)
      : messageOf(error),
    settings,
  );
  return withoutSecretArguments(message, call);
}

/** Returns the input property to report with a failed check: `identifier`, or `""` for none. */
export function propertyAtFault(error: unknown, news: Properties): string {
  const argument = error instanceof RoomReadError ? error.argument : undefined;
  return (argument === undefined || argument === "identifier") && "identifier" in news ? "identifier" : "";
}

function messageOf(error: unknown): string {
  return failureOf(error, { what: "the room", region: undefined, action: "ivschat:GetRoom" }).message;
}

// The recorded room may have been deleted, so the message explains how to remove it from the state. If `identifier` selects a different
// room, it is this other room that was not found, so the message stays unchanged.
function notFoundMessage(error: RoomNotFoundError, { arn }: RecordedRoom, { identifier }: Lookup): string {
  const advice =
    "run `pulumi refresh` to remove a deleted room from the state, then remove it from the program or select another room";
  if (identifier === undefined) return `${error.message}; this stack has recorded ${arn}: ${advice}`;
  if (identifier !== arn) return error.message;
  const request = error.requestId === undefined ? "" : ` (request ${error.requestId})`;
  return (
    `cannot read room ${arn} in ${error.region}: there is no such room (${error.code}); it was deleted after this stack ` +
    `recorded it; ${advice}${request}`
  );
}
