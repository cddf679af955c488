import type { Fault } from "../../support/faultServer";
import { roomWith } from "../answers";

/** What a user should see: the value (with these members changed), or an error with this class and message. */
export type Outcome =
  | { readonly value: Readonly<Record<string, unknown>> }
  | { readonly error: string; readonly message: RegExp };

/** What is in the service's place, if it is not a server that answers. */
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
  /** What happens to the first request, the second, and so on; the last entry is for all later ones. */
  readonly script?: readonly Fault[];
  readonly place?: Place;
  readonly outcome: Outcome;
  /** The number of requests, for a way of reading that normally sends one. */
  readonly requests?: number;
  /** Whether it takes until a timeout. */
  readonly isSlow?: boolean;
  /** If the fault makes sense for one operation only. */
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

/** A room with odd members. An invalid one is requested twice. */
export const odd = (members: Record<string, unknown>, outcome: Outcome) => ({
  script: [roomWith(members)],
  outcome,
  only: "GetRoom" as const,
  requests: "value" in outcome ? 1 : 2,
});

export const html = { "content-type": "text/html" };
export const page = "<html><body><h1>Blocked by the corporate proxy</h1></body></html>";
