/** The configuration keys whose values are always secret, even if the program does not mark them as secret. */
export const secretKeys: readonly string[] = ["accessKey", "secretKey", "token", "httpProxy", "httpsProxy"];

/** Returns whether a configuration value is a credential, or contains one. */
export function isCredential(key: string, value: unknown): boolean {
  return secretKeys.includes(key) || textsIn(value).some(({ name, text }) => isSecretText(name, text));
}

/** Returns the web identity tokens, external IDs, and passwords in a configuration value, and the URLs that contain passwords. */
export function credentialsIn(value: unknown): string[] {
  return textsIn(value).flatMap(({ name, text }) => {
    if (name === "externalId" || name === "webIdentityToken") return [text];
    const login = loginIn(text);
    if (login === undefined) return [];
    const password = login.slice(login.indexOf(":") + 1);
    return [text, login, password, decoded(password)];
  });
}

/** Returns all strings and numbers in a value, as strings. */
export function valuesIn(value: unknown): string[] {
  return textsIn(value).map(({ text }) => text);
}

function isSecretText(name: string, text: string): boolean {
  return name === "webIdentityToken" || loginIn(text) !== undefined;
}

/** Returns `user:password` from a URL that contains it. */
function loginIn(text: string): string | undefined {
  return /^[a-z][a-z+.-]*:\/\/([^/?#]*)@/i.exec(text)?.[1];
}

interface Text {
  readonly name: string;
  readonly text: string;
}

// The engine sends an object or an array either as such or as a JSON string.
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
