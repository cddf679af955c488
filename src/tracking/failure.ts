import { RoomNotFoundError, RoomReadError } from "../errors";
import { failureOf } from "../reading/failure";
import { withoutArns, withoutSecrets } from "../reading/withoutSecrets";
import type { Lookup, Properties, RecordedConnection, RecordedRoom } from "./properties";

/** What else decides how to describe a failed read. */
interface Circumstances {
  /** Values that the message must not show. */
  readonly secretValues: readonly unknown[];
  readonly isRoomSecret: boolean;
  readonly recorded?: RecordedRoom | undefined;
  readonly choice?: Lookup;
}

/** The reason of a failed read, without anything secret. */
export function reasonFor(
  error: unknown,
  connection: RecordedConnection | undefined,
  { secretValues, isRoomSecret, recorded, choice = {} }: Circumstances,
): string {
  const provider = connection?.provider;
  const settings = (provider?.secrets ?? []).map((name) => provider?.[name]);
  const text = withoutSecrets(
    recorded && error instanceof RoomNotFoundError ? goneSince(error, recorded, choice) : messageOf(error),
    [...secretValues, ...settings],
  );
  return isRoomSecret ? withoutArns(text) : text;
}

/** The property that a failed check names; without one of the program's own, the reason says it all. */
export function propertyAtFault(error: unknown, news: Properties): string {
  const argument = error instanceof RoomReadError ? error.argument : undefined;
  return (argument === undefined || argument === "identifier") && "identifier" in news ? "identifier" : "";
}

function messageOf(error: unknown): string {
  return failureOf(error, { what: "the room", region: undefined, action: "ivschat:GetRoom" }).message;
}

// The ARN of a recorded room was right once: the room has been deleted.
function goneSince(error: RoomNotFoundError, { arn }: RecordedRoom, { identifier }: Lookup): string {
  const remedy =
    "`pulumi refresh` takes a room that is gone out of the state; then take it out of the program too, or name another room";
  if (identifier === undefined) return `${error.message}; this stack has recorded ${arn}: ${remedy}`;
  if (identifier !== arn) return error.message;
  const request = error.requestId === undefined ? "" : ` (request ${error.requestId})`;
  return (
    `cannot read room ${arn} in ${error.region}: there is no such room any more (${error.code}); it was there when this stack ` +
    `recorded it, and has been deleted since; ${remedy}${request}`
  );
}
