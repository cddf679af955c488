import { readFileSync } from "node:fs";
import Ajv, { type ErrorObject } from "ajv";
import { regions } from "./regions";
import {
  destinationConfiguration,
  loggingConfigurationArn,
  loggingConfigurationState,
  name,
  roomArn,
  roomSettings,
  tags,
} from "./schemas";
import type { StateSeed } from "./state";

/** Reads the state from a JSON file. Throws an error that contains the file, the invalid member, and its value. */
export function readStateFile(file: string): StateSeed {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`cannot read the rooms in ${file}: ${(error as Error).message}`, { cause: error });
  }
  if (isState(content)) return content;
  // For an invalid ARN, the first error explains the expected format.
  const [problem] = isState.errors ?? [];
  throw new Error(`cannot use the rooms in ${file}: ${problem === undefined ? "" : explain(problem)}`);
}

function explain({ instancePath, keyword, params, message = "", data }: ErrorObject): string {
  const parts = instancePath.split("/").slice(1);
  const member = parts.reduce(
    (path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path === "" ? part : `${path}.${part}`),
    "",
  );
  const { additionalProperty, allowedValues } = params as {
    additionalProperty?: string;
    allowedValues?: string[];
  };
  if (additionalProperty !== undefined)
    return `${member === "" ? "" : `${member}.`}${additionalProperty} is not a member`;
  const value = keyword === "required" || typeof data === "object" ? "" : ` ${JSON.stringify(data)}`;
  const allowed = allowedValues === undefined ? "" : `: ${allowedValues.join(", ")}`;
  return `${member === "" ? "the whole" : member}${value} ${message}${allowed}`;
}

const text = { type: "string", minLength: 1 };
const time = { type: "string", format: "ISO 8601 time" };
const object = (properties: object, required: string[] = []) => ({
  type: "object",
  additionalProperties: false,
  properties,
  required,
});
const listOf = (items: object) => ({ type: "array", items });

const place = {
  region: { type: "string", enum: regions },
  account: { type: "string", pattern: "^[0-9]+$" },
  id: { type: "string", pattern: "^[a-zA-Z0-9-]+$" },
  name,
  tags,
  createTime: time,
  updateTime: time,
};

const { messageReviewHandler } = roomSettings;

const isState = new Ajv({
  strict: false,
  verbose: true,
  formats: {
    "ISO 8601 time": (value: string) => /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)),
    "ARN in a region of the service": (value: string) => regions.includes(value.split(":")[3] ?? ""),
  },
}).compile(
  object({
    callers: {
      type: "object",
      additionalProperties: object(
        {
          account: place.account,
          secretAccessKey: text,
          sessionToken: text,
          deny: listOf({ type: "string", pattern: "^ivschat:[A-Z][A-Za-z]+$" }),
        },
        ["account"],
      ),
    },
    rooms: listOf(
      object({
        ...place,
        arn: { ...roomArn, format: "ARN in a region of the service" },
        ...roomSettings,
        messageReviewHandler: { ...messageReviewHandler, additionalProperties: false },
      }),
    ),
    loggingConfigurations: listOf(
      object({
        ...place,
        arn: { ...loggingConfigurationArn, format: "ARN in a region of the service" },
        destinationConfiguration: { ...destinationConfiguration, additionalProperties: false },
        state: loggingConfigurationState,
      }),
    ),
  }),
);
