/** The secrets that a text holds: as they are, URL-encoded, as JSON has them, or in base64 at whatever place within what was encoded. */
export function leaksIn(text: string, secrets: readonly string[]): string[] {
  return secrets.filter((secret) => formsOf(secret).some((form) => text.includes(form)));
}

function formsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  // What comes before shifts the letters; those at the ends depend on what is around.
  const encoded = ["", "x", "xx"].map((before) => {
    const text = Buffer.from(before + secret)
      .toString("base64")
      .replace(/=+$/, "");
    return text.slice(before === "" ? 0 : before.length + 1, -1);
  });
  const url = encoded.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"));
  return [secret, json, JSON.stringify(json).slice(1, -1), encodeURIComponent(secret), ...encoded, ...url];
}
