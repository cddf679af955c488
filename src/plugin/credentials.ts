/** The keys whose values are secret, whatever the program says. */
export const secretKeys: readonly string[] = ["accessKey", "secretKey", "token", "httpProxy", "httpsProxy"];

/** Whether a value of the configuration is secret, although the program has not said so. */
export function isCredential(key: string, value: unknown): boolean {
  return secretKeys.includes(key) || textsIn(value).some(({ name, text }) => isSecretText(name, text));
}

/** What no message may show of a value of the configuration: tokens, external IDs and passwords in it. */
export function credentialsIn(value: unknown): string[] {
  return textsIn(value).flatMap(({ name, text }) => {
    if (name === "externalId" || name === "webIdentityToken") return [text];
    const login = loginIn(text);
    if (login === undefined) return [];
    const password = login.slice(login.indexOf(":") + 1);
    return [text, login, password, decoded(password)];
  });
}

/** The texts and numbers in a value. */
export function valuesIn(value: unknown): string[] {
  return textsIn(value).map(({ text }) => text);
}

function isSecretText(name: string, text: string): boolean {
  return name === "webIdentityToken" || loginIn(text) !== undefined;
}

/** The user name and the password of a URL. */
function loginIn(text: string): string | undefined {
  return /^[a-z][a-z+.-]*:\/\/([^/?#]*)@/i.exec(text)?.[1];
}

interface Text {
  readonly name: string;
  readonly text: string;
}

// Structured values arrive as they are, or as JSON text.
function textsIn(value: unknown, name = ""): Text[] {
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, member]) => textsIn(member, key));
  if (typeof value === "number") return [{ name, text: String(value) }];
  if (typeof value !== "string") return [];
  const parsed = /^\s*[[{"]/.test(value) ? parse(value) : undefined;
  return typeof parsed === "object" && parsed !== null ? textsIn(parsed) : [{ name, text: value }];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
