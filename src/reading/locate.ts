import { invalid } from "../arguments/check";
import type { ConnectionArgs } from "../arguments/connection";
import type { GetRoomArgs } from "../arguments/room";
import type { ServiceClient } from "../aws/clients";
import { withArguments, type ConnectionSettings } from "../aws/settings";
import { parseArn, type Arn } from "../room/arn";
import type { RoomSummary } from "../room/fromAnswer";
import { failureOf } from "./failure";
import { findOne } from "./findRooms";
import type { Run } from "./run";

/** A selected room. If the room was selected by name or tags, `summary` is the room in the ListRooms response. */
export interface Located {
  readonly client: ServiceClient;
  readonly arn: string;
  readonly summary?: RoomSummary;
}

/** Finds the room that the arguments select. Makes requests only for a name or tags. Throws a RoomReadError. */
export async function locate(
  run: Run,
  settings: ConnectionSettings,
  args: GetRoomArgs,
  notBefore = 0,
): Promise<Located> {
  const { identifier } = args;
  if (identifier !== undefined) {
    const client = await clientFor(run, settings, args, `room ${identifier}`, parseArn(identifier, "room"));
    return { arn: identifier, client };
  }
  const client = await clientFor(run, settings, args, "rooms");
  const summary = await findOne(run, client, { name: args.name, tags: args.tags }, notBefore);
  return { arn: summary.arn, client, summary };
}

/** Returns the client for the ARN's region or, without an ARN, for the configured region. Throws a RoomReadError. */
export async function clientFor(
  run: Run,
  settings: ConnectionSettings,
  args: ConnectionArgs,
  what: string,
  arn?: Arn,
): Promise<ServiceClient> {
  if (arn !== undefined && args.region !== undefined && args.region !== arn.region) {
    const reason = `contradicts the identifier: ${arn.text} is in ${arn.region}; omit region`;
    throw invalid("region", args.region, reason);
  }
  try {
    return await run.clients.for(withArguments(settings, args), arn?.region);
  } catch (error) {
    throw failureOf(error, { what, identifier: arn?.text, region: arn?.region ?? args.region, action: "" });
  }
}
