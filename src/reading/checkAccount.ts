import type { ServiceClient } from "../aws/clients";
import { failureOf, type Subject } from "./failure";

/** Checks an account, by default the caller's. Throws a RoomReadError if the settings do not allow it. */
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
