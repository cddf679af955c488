import { readFileSync } from "node:fs";
import Ajv from "ajv";
import type { StateSeed } from "./state";

/** The state that a JSON file holds. Throws an error that names the file and the member at fault. */
export function readStateFile(file: string): StateSeed {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`cannot read the rooms in ${file}: ${(error as Error).message}`, { cause: error });
  }
  if (isState(content)) return content as StateSeed;
  const [problem] = isState.errors ?? [];
  const where = problem?.instancePath ? problem.instancePath : "the whole";
  const extra = problem?.params as { additionalProperty?: string } | undefined;
  throw new Error(
    `the rooms in ${file} are not as they should be: ${where} ${problem?.message ?? ""}` +
      (extra?.additionalProperty ? ` (${extra.additionalProperty})` : ""),
  );
}

const text = { type: "string" };
const tags = { type: "object", additionalProperties: text };
const place = {
  arn: text,
  region: text,
  account: text,
  id: text,
  name: text,
  tags,
  createTime: text,
  updateTime: text,
};

const isState = new Ajv({ strict: false }).compile({
  type: "object",
  additionalProperties: false,
  properties: {
    callers: {
      type: "object",
      additionalProperties: {
        type: "object",
        required: ["account"],
        additionalProperties: false,
        properties: { account: text, deny: { type: "array", items: text } },
      },
    },
    rooms: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        properties: {
          ...place,
          maximumMessageLength: { type: "integer" },
          maximumMessageRatePerSecond: { type: "integer" },
          messageReviewHandler: { type: "object" },
          loggingConfigurationIdentifiers: { type: "array", items: text },
        },
      },
    },
    loggingConfigurations: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        properties: { ...place, destinationConfiguration: { type: "object" }, state: text },
      },
    },
  },
});
