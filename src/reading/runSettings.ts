import { ConnectionProblem } from "../aws/problem";

/** The keys of `ivschat:` configuration. */
export const runSettingKeys = [
  "requestsPerSecond",
  "readEach",
  "connectTimeout",
  "requestTimeout",
  "readTimeout",
] as const;

type RunSettingKey = (typeof runSettingKeys)[number];

/** The stack's `ivschat:` configuration, read: see RunSettings. Throws a ConnectionProblem that names the key. */
export function runSettings(get: (key: RunSettingKey) => string | undefined) {
  return {
    requestsPerSecond: positive("requestsPerSecond", get),
    readEach: flag("readEach", get),
    connectTimeout: positive("connectTimeout", get),
    requestTimeout: positive("requestTimeout", get),
    readTimeout: positive("readTimeout", get),
  };
}

function positive(key: RunSettingKey, get: (key: RunSettingKey) => string | undefined): number | undefined {
  const value = get(key);
  if (value === undefined || value === "") return undefined;
  const number = Number(value);
  if (Number.isFinite(number) && number > 0) return number;
  throw problem(key, value, "a number above 0");
}

function flag(key: RunSettingKey, get: (key: RunSettingKey) => string | undefined): boolean | undefined {
  const value = get(key);
  if (value === undefined || value === "") return undefined;
  if (value === "true" || value === "false") return value === "true";
  throw problem(key, value, "true or false");
}

// A value that looks like what it should be is a slip of its own. Anything else is not shown: it may be a secret in the wrong place.
function problem(key: RunSettingKey, value: string, expected: string): ConnectionProblem {
  const shown = /^[-+]?[\d.,]{1,20} ?[a-z]{0,3}$/i.test(value) ? JSON.stringify(value) : "something else";
  return new ConnectionProblem("setting", `ivschat:${key} is ${shown}, where ${expected} is expected`);
}
