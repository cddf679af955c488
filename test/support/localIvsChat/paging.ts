import { createHash } from "node:crypto";
import { validation } from "./errors";
import { byUpdate } from "./state";

/**
 * Returns one page of a listing, and the token of the next page. A token contains the listing and the last item of the page. The next page
 * starts after this item. If an item is updated during the listing, it moves to the front and may be missed. All other items are listed once.
 */
export function page<T extends { readonly arn: string; readonly updateTime: string }>(
  items: readonly T[],
  { nextToken, maxResults = 50 }: { readonly nextToken?: string; readonly maxResults?: number },
  listing: readonly unknown[],
): { items: T[]; nextToken?: string } {
  const asked = createHash("sha256").update(JSON.stringify(listing)).digest("base64url").slice(0, 12);
  const start = nextToken ? behind(items, nextToken, asked) : 0;
  const given = items.slice(start, start + maxResults);
  const last = given.at(-1);
  if (!last || start + maxResults >= items.length) return { items: given };
  const token = Buffer.from(JSON.stringify([asked, last.updateTime, last.arn])).toString("base64url");
  return { items: given, nextToken: token };
}

function behind(items: readonly { arn: string; updateTime: string }[], token: string, asked: string): number {
  const [listing, updateTime, arn] = decoded(token);
  if (listing !== asked || typeof updateTime !== "string" || typeof arn !== "string")
    throw validation("Invalid nextToken");
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item && byUpdate(item, { updateTime, arn }) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function decoded(token: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, "base64url").toString("utf8"));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
