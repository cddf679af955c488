import { secondsOf } from "./duration";
import { ConnectionProblem } from "./problem";

/** A setting that is not validated yet. Each method returns the value as one type, and throws a ConnectionProblem for any other type. */
export class Setting {
  private readonly value: unknown;

  constructor(
    private readonly key: string,
    value: unknown,
    private readonly origin: string,
  ) {
    this.value = value === null || value === "" ? undefined : value;
  }

  string(): string | undefined {
    return this.expect((value) => (typeof value === "string" ? value : undefined), "a string", this.value);
  }

  boolean(): boolean | undefined {
    return this.expect((value) => (typeof value === "boolean" ? value : undefined), "true or false");
  }

  wholeNumber(): number | undefined {
    return this.expect((value) => (isWholeNumber(value) ? value : undefined), "a whole number");
  }

  /** Returns an array of strings. Also accepts numbers, because an account ID without quotes is a number in YAML. */
  strings(): string[] {
    const isStringOrNumber = (item: unknown) => typeof item === "string" || typeof item === "number";
    const read = (value: unknown) =>
      Array.isArray(value) && value.every(isStringOrNumber) ? value.map(String) : undefined;
    return this.expect(read, "an array of strings") ?? [];
  }

  stringMap(): Record<string, string> | undefined {
    const isString = (item: unknown) => typeof item === "string";
    const read = (value: unknown) =>
      isObject(value) && Object.values(value).every(isString) ? (value as Record<string, string>) : undefined;
    return this.expect(read, "an object with string values");
  }

  url(): string | undefined {
    return this.expect(
      (value) => (isUrl(value) ? value : undefined),
      "a URL that begins with https:// or http://",
      this.value,
    );
  }

  /** Returns the URL of a proxy. Adds `http://` if there is no scheme. */
  proxy(): string | undefined {
    const read = (value: unknown) => {
      const url = typeof value === "string" && !value.includes("://") ? `http://${value}` : value;
      return isUrl(url) ? url : undefined;
    };
    return this.expect(read, "a URL like http://proxy.example.com:3128", this.value);
  }

  arn(): string | undefined {
    const read = (value: unknown) =>
      typeof value === "string" && value.startsWith("arn:") ? value : undefined;
    return this.expect(read, "an ARN like arn:aws:iam::123456789012:role/reader", this.value);
  }

  duration(): string | undefined {
    const read = (value: unknown) => (secondsOf(value) === undefined ? undefined : String(value));
    return this.expect(read, "a duration like 1h, 30m or 900s", this.value);
  }

  objects(): Setting[] {
    const read = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : undefined);
    const items = this.expect(read, "an array") ?? [];
    return items.flatMap((item, index) => new Setting(`${this.key}[${index}]`, item, this.origin).object());
  }

  /** Returns an array that contains the object, or `[]` if the setting is missing. */
  object(): Setting[] {
    const value = this.expect((json) => (isObject(json) ? json : undefined), "an object");
    return value === undefined ? [] : [new Setting(this.key, value, this.origin)];
  }

  /** Returns a member of an object. Call this only on the results of `object` and `objects`. */
  member(name: string): Setting {
    return new Setting(`${this.key}.${name}`, (this.value as Record<string, unknown>)[name], this.origin);
  }

  private expect<T>(
    read: (value: unknown) => T | undefined,
    expected: string,
    value = this.parsed(),
  ): T | undefined {
    if (value === undefined) return undefined;
    const result = read(value);
    if (result !== undefined) return result;
    // The error omits the value, which may be secret.
    throw new ConnectionProblem("setting", `${this.key} of ${this.origin} must be ${expected}`);
  }

  private parsed(): unknown {
    if (typeof this.value !== "string") return this.value;
    try {
      return JSON.parse(this.value) as unknown;
    } catch {
      return this.value;
    }
  }
}

function isWholeNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isUrl(value: unknown): value is string {
  return typeof value === "string" && /^https?:\/\//i.test(value) && URL.canParse(value);
}
