import type { ServiceClient } from "../aws/clients";
import { failureOf, type Subject } from "./failure";

/** Throws a RoomReadError if the settings do not allow the account. If `accountId` is undefined, checks the account of the caller. */
export async function checkAccount(
  client: ServiceClient,
  accountId: string | undefined,
  subject: Subject,
): Promise<void> {
  try {
    await client.checkAccount(accountId);
  } catch (error) {
    throw failureOf(error, subject);
  }
}
