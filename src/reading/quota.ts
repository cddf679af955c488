import type { ServiceClient } from "../aws/clients";
import { Pace } from "./pace";

export type Operation = keyof typeof quotas;

/**
 * Requests per second for each account and region. The quotas are not adjustable.
 * https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/service-quotas.html
 */
const quotas = { GetRoom: 5, ListRooms: 5, GetLoggingConfiguration: 3 };

// The quota is the account's, so runs share the pace. Unlike the rooms read, it is kept until the process ends.
const paces = new Map<string, Pace>();

/** The pace for an operation in an account and region; for an unknown account, one pace for each set of connection settings. */
export function paceFor(
  client: ServiceClient,
  operation: Operation,
  accountId: string | undefined,
  requestsPerSecond: number | undefined,
): Pace {
  const rate = requestsPerSecond ?? quotas[operation];
  const key = [operation, rate, client.quotaScope, accountId ?? client.key].join(" ");
  const pace = paces.get(key) ?? new Pace(rate);
  paces.set(key, pace);
  return pace;
}
