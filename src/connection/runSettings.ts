import { ConnectionProblem } from "./problem";

/** The stack's `ivschat:` configuration, read: see RunSettings. Throws a ConnectionProblem that names the key and its value. */
export function runSettings(get: (key: string) => string | undefined) {
  return {
    requestsPerSecond: positive("requestsPerSecond", get),
    readEach: flag("readEach", get),
    connectTimeout: positive("connectTimeout", get),
    requestTimeout: positive("requestTimeout", get),
    readTimeout: positive("readTimeout", get),
  };
}

function positive(key: string, get: (key: string) => string | undefined): number | undefined {
  const value = get(key);
  if (value === undefined || value === "") return undefined;
  const number = Number(value);
  if (Number.isFinite(number) && number > 0) return number;
  throw problem(key, value, "a number above 0");
}

function flag(key: string, get: (key: string) => string | undefined): boolean | undefined {
  const value = get(key);
  if (value === undefined || value === "") return undefined;
  if (value === "true" || value === "false") return value === "true";
  throw problem(key, value, "true or false");
}

function problem(key: string, value: string, expected: string): ConnectionProblem {
  return new ConnectionProblem(
    "setting",
    `ivschat:${key} is ${JSON.stringify(value)}, where ${expected} is expected`,
  );
}
