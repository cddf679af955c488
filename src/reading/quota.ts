import type { ServiceClient } from "../aws/clients";
import { Pace } from "./pace";

export type Operation = keyof typeof quotas;

/**
 * The service's quotas in requests per second, for each account and region. They are not adjustable.
 * https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/service-quotas.html
 */
const quotas = { GetRoom: 5, ListRooms: 5, GetLoggingConfiguration: 3 };

// Shared by all runs in the process, because they use the same quota.
const paces = new Map<string, Pace>();

/** Returns the rate limiter for an operation, account, and region. If the account is unknown, each client has its own rate limiter. */
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
