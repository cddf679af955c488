import type { ServiceClient } from "../aws/clients";
import { Pace } from "./pace";

/** The operations that this package asks for. */
export type Operation = keyof typeof published;

/**
 * Requests a second that the service allows for each account and region; not adjustable.
 * https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/service-quotas.html
 */
const published = { GetRoom: 5, ListRooms: 5, GetLoggingConfiguration: 3 };

// The quota is the account's, whichever run asks: unlike what is read, its pace is kept for as long as the process lives.
const paces = new Map<string, Pace>();

/** The pace of an operation at an account and region; where the account is not known, of whoever asks. */
export function paceFor(
  client: ServiceClient,
  operation: Operation,
  accountId: string | undefined,
  requestsPerSecond: number | undefined,
): Pace {
  const rate = requestsPerSecond ?? published[operation];
  const key = [operation, rate, client.quotaScope, accountId ?? client.key].join(" ");
  const pace = paces.get(key) ?? new Pace(rate);
  paces.set(key, pace);
  return pace;
}
