import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes the token that `aws sso login` stores for an SSO session, or for a start URL. By default, it is valid for an hour. */
export function writeSsoToken(
  home: string,
  session: string,
  accessToken = "sso-access-token",
  validMs = 3_600_000,
): void {
  const cache = join(home, ".aws", "sso", "cache");
  mkdirSync(cache, { recursive: true });
  const file = join(cache, `${createHash("sha1").update(session).digest("hex")}.json`);
  const expiresAt = new Date(Date.now() + validMs).toISOString();
  writeFileSync(file, JSON.stringify({ accessToken, expiresAt }));
}
