import type { ConnectionArguments } from "../aws/arguments";
import { withArguments } from "../aws/arguments";
import type { Connection } from "../aws/clients";
import type { ConnectionSettings } from "../aws/settings";
import { explainNoArn, parseRoomArn, printed } from "../room/arn";
import type { RoomSummary } from "../room/fromAnswer";
import { oneLine } from "../room/text";
import { InvalidRoomIdentifierError } from "../errors";
import { failureOf } from "./failure";
import { findOne } from "./findRooms";
import type { Run } from "./run";

/** Which room is asked for, and over which connection: the arguments of getRoom, as they come from a program. */
export interface RoomArguments extends ConnectionArguments {
  readonly identifier?: string;
  readonly name?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** Where a room is: its ARN, and what the listing told of it, where the ARN came from there. */
export interface Located {
  readonly connection: Connection;
  readonly arn: string;
  readonly summary?: RoomSummary;
}

/** Finds out which room is meant. Costs a request only for a name or tags. Throws a RoomReadError. */
export async function locate(
  run: Run,
  base: ConnectionSettings,
  args: RoomArguments,
  notBefore = 0,
): Promise<Located> {
  checkRoomArguments(args);
  if (args.identifier !== undefined) {
    const arn = args.identifier;
    return { arn, connection: await connect(run, base, args, `room ${arn}`, arn) };
  }
  const filter = { name: args.name, tags: args.tags };
  const connection = await connect(run, base, args, "rooms");
  const summary = await findOne(run, connection, filter, notBefore);
  return { arn: summary.arn, connection, summary };
}

/** The connection for a call: to the region of the ARN, where there is one. Throws a RoomReadError. */
export async function connect(
  run: Run,
  base: ConnectionSettings,
  args: ConnectionArguments,
  what: string,
  arn?: string,
): Promise<Connection> {
  // Of an ARN of whatever kind, the fourth part is the region.
  const region = arn?.split(":")[3];
  if (region !== undefined && args.region !== undefined && args.region !== region) {
    throw invalid(
      "region",
      args.region,
      `contradicts the identifier: ${arn} is in ${region}; leave region out`,
    );
  }
  try {
    return await run.connections.to(withArguments(base, args), region);
  } catch (error) {
    throw failureOf(error, { what, identifier: arn, region: region ?? args.region, action: "" });
  }
}

/** Throws an InvalidRoomIdentifierError unless the arguments name a room in exactly one way. */
export function checkRoomArguments(args: RoomArguments): void {
  checkKnown(args, roomArguments);
  const { identifier, name, tags } = args;
  if (identifier !== undefined) {
    const other = name !== undefined ? "name" : tags !== undefined ? "tags" : undefined;
    if (other !== undefined)
      throw invalid(other, args[other], "stands beside identifier; name the room in one way only");
    if (!parseRoomArn(identifier))
      throw invalid("identifier", identifier, explainNoArn(identifier, "room"), true);
    return;
  }
  if (name === undefined && tags === undefined) {
    throw invalid(
      "identifier",
      undefined,
      explainNoArn(undefined, "room") + ", or `name` or `tags` be given",
      true,
    );
  }
  checkText("name", name);
  checkTags(tags);
}

/** Throws unless each argument is one of these, and those of the connection are well formed. */
export function checkKnown(args: object, known: readonly string[]): void {
  checkNames(args, known);
  const { region, profile, endpoint, assumeRole } = args as ConnectionArguments;
  checkText("region", region);
  checkText("profile", profile);
  checkText("endpoint", endpoint);
  if (endpoint !== undefined && !/^https?:\/\//.test(endpoint)) {
    // What is no address may hold a password all the same.
    const shown = endpoint.replace(/^([a-z+.-]*:\/\/)?[^/]*@/i, "$1");
    throw invalid("endpoint", shown, "must be a URL that begins with https:// or http://");
  }
  if (assumeRole !== undefined && !isRole(assumeRole)) {
    throw invalid(
      "assumeRole",
      assumeRole,
      'must be an object like { roleArn: "arn:aws:iam::123456789012:role/reader" }',
    );
  }
}

function isRole(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("roleArn" in value)) return false;
  return typeof value.roleArn === "string" && value.roleArn.startsWith("arn:");
}

/** Throws unless each argument is one of these: a misspelt one would silently do nothing. */
export function checkNames(args: unknown, known: readonly string[]): void {
  if (typeof args !== "object" || args === null)
    throw invalid("args", args, "must be an object of arguments");
  const unknown = Object.keys(args).find((argument) => !known.includes(argument));
  if (unknown === undefined) return;
  throw invalid(oneLine(unknown, 100), undefined, `is not an argument; there are ${known.join(", ")}`, true);
}

export const connectionArguments = ["region", "profile", "assumeRole", "endpoint"] as const;

/** The arguments that name a room and how to reach it. */
export const roomArguments = ["identifier", "name", "tags", ...connectionArguments];

export function checkText(argument: string, value: unknown): void {
  if (value !== undefined && typeof value !== "string") throw invalid(argument, value, "must be text");
}

export function checkTags(tags: unknown): void {
  if (tags === undefined) return;
  const isFilter =
    typeof tags === "object" &&
    tags !== null &&
    !Array.isArray(tags) &&
    Object.values(tags).every((tag) => typeof tag === "string");
  if (!isFilter) throw invalid("tags", tags, 'must be an object of texts, like { team: "live" }');
  if (Object.keys(tags).length === 0) throw invalid("tags", tags, "must name at least one tag");
}

export function invalid(
  argument: string,
  value: unknown,
  text: string,
  isWhole = false,
): InvalidRoomIdentifierError {
  const message = isWhole ? `${argument} ${text}` : `${argument} ${printed(value)} ${text}`;
  return new InvalidRoomIdentifierError(message, {
    code: "InvalidArgument",
    identifier: argument === "identifier" && typeof value === "string" ? value : undefined,
    argument,
  });
}
