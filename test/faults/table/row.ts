import type { Fault } from "../../support/faultServer";
import { roomWith } from "../answers";

/** What a user should see: the value (with these members other than usual), or an error of a class with a message. */
export type Outcome =
  | { readonly value: Readonly<Record<string, unknown>> }
  | { readonly error: string; readonly message: RegExp };

/** What stands where the service should, if it is not a server that answers. */
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
  /** What happens to the first request, to the second, …; the last entry to all that follow. */
  readonly script?: readonly Fault[];
  readonly place?: Place;
  readonly outcome: Outcome;
  /** How many requests it takes, for a face that makes one where all is well. */
  readonly requests?: number;
  /** Whether it lasts until a time limit. */
  readonly isSlow?: boolean;
  /** Where the fault makes sense for one operation only. */
  readonly only?: Operation;
}

export const value = (members: Readonly<Record<string, unknown>> = {}): Outcome => ({ value: members });

export const fails = (error: string, message: RegExp): Outcome => ({ error, message });

export const incomplete = (member: string) =>
  fails("IncompleteRoomError", new RegExp(`the service's answer is incomplete or wrong: .*${member}`));

export const notTheServices = (status: number, begin = "") =>
  fails(
    "RoomReadError",
    new RegExp(
      `got an answer with status ${status} that is not the service's \\(.*${begin}.*\\); is there a proxy in between`,
    ),
  );

export const unreachable = (code: string) =>
  fails(
    "RoomReadError",
    new RegExp(`does not answer as it should \\((${code}).*check the network, the proxy and the endpoint`),
  );

/** A room with members that are odd; what is wrong is asked for twice. */
export const odd = (members: Record<string, unknown>, outcome: Outcome) => ({
  script: [roomWith(members)],
  outcome,
  only: "GetRoom" as const,
  requests: "value" in outcome ? 1 : 2,
});

export const html = { "content-type": "text/html" };
export const page = "<html><body><h1>Blocked by the corporate proxy</h1></body></html>";
