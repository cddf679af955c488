import type { Fault } from "../../support/faultServer";
import { roomWith } from "../answers";

/** The result that a user should see: the room with the given members changed, or an error with the given class and message. */
export type Outcome =
  | { readonly value: Readonly<Record<string, unknown>> }
  | { readonly error: string; readonly message: RegExp };

/** The target of the endpoint, if it is not a server that follows `script`. */
export type Place =
  | "nothing"
  | "a server that says nothing"
  | "a server that does not answer TLS"
  | "a server that resets connections"
  | "a server that does not speak HTTP"
  | "TLS at an http endpoint"
  | "no TLS at an https endpoint"
  | "a certificate for another host"
  | "a host name that does not resolve"
  | "no address";

export type Operation = "GetRoom" | "ListRooms" | "GetLoggingConfiguration";

export interface Row {
  readonly fault: string;
  /** The fault for each request, in order. The last fault is repeated. */
  readonly script?: readonly Fault[];
  readonly place?: Place;
  readonly outcome: Outcome;
  /** The expected number of requests, including retries. */
  readonly requests?: number;
  /** Whether the read waits for a timeout. */
  readonly isSlow?: boolean;
  /** The operation, if the fault applies to only one. */
  readonly only?: Operation;
}

export const value = (members: Readonly<Record<string, unknown>> = {}): Outcome => ({ value: members });

export const fails = (error: string, message: RegExp): Outcome => ({ error, message });

export const incomplete = (member: string) =>
  fails("IncompleteRoomError", new RegExp(`the service's answer is incomplete or invalid: .*${member}`));

export const notTheServices = (status: number, begin = "") =>
  fails(
    "RoomReadError",
    new RegExp(
      `got an answer with status ${status} that is not from the service \\(.*${begin}.*\\); check for a proxy`,
    ),
  );

export const unreachable = (code: string) =>
  fails(
    "RoomReadError",
    new RegExp(`the request to .* failed \\((${code}).*check the network, the proxy and the endpoint`),
  );

/** Returns the members of a row for a room with unusual or invalid members. An invalid room is requested twice. */
export const odd = (members: Record<string, unknown>, outcome: Outcome) => ({
  script: [roomWith(members)],
  outcome,
  only: "GetRoom" as const,
  requests: "value" in outcome ? 1 : 2,
});

export const html = { "content-type": "text/html" };
export const page = "<html><body><h1>Blocked by the corporate proxy</h1></body></html>";
