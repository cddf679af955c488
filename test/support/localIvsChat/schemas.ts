// The constraints of the service's API model, as JSON schemas.

const text = (minLength: number, maxLength: number, pattern?: string) => ({
  type: "string",
  minLength,
  maxLength,
  ...(pattern === undefined ? {} : { pattern }),
});

const roomArn = text(1, 128, "^arn:aws:ivschat:[a-z0-9-]+:[0-9]+:room/[a-zA-Z0-9-]+$");
const loggingConfigurationArn = text(
  1,
  128,
  "^arn:aws:ivschat:[a-z0-9-]+:[0-9]+:logging-configuration/[a-zA-Z0-9-]+$",
);
const name = text(0, 128, "^[a-zA-Z0-9-_]*$");
const lambdaArn = text(0, 170, "^$|^arn:aws:lambda:[a-z0-9-]+:[0-9]{12}:function:.+");
const tags = {
  type: "object",
  maxProperties: 50,
  propertyNames: text(1, 128),
  additionalProperties: text(0, 256),
};
const nextToken = text(0, 1024);
const maxResults = { type: "integer", minimum: 1, maximum: 50 };

const roomSettings = {
  name,
  maximumMessageRatePerSecond: { type: "integer", minimum: 1, maximum: 100 },
  maximumMessageLength: { type: "integer", minimum: 1, maximum: 500 },
  messageReviewHandler: object({
    uri: lambdaArn,
    fallbackResult: { type: "string", enum: ["ALLOW", "DENY"] },
  }),
  loggingConfigurationIdentifiers: { type: "array", maxItems: 3, items: loggingConfigurationArn },
};

const destinationConfiguration = {
  ...object({
    s3: object({ bucketName: text(3, 63, "^[a-z0-9-.]+$") }, ["bucketName"]),
    cloudWatchLogs: object({ logGroupName: text(1, 512, "^[\\.\\-_/#A-Za-z0-9]+$") }, ["logGroupName"]),
    firehose: object({ deliveryStreamName: text(1, 64, "^[a-zA-Z0-9_.-]+$") }, ["deliveryStreamName"]),
  }),
  minProperties: 1,
  maxProperties: 1,
};

/** The body that each operation takes. */
export const requests = {
  GetRoom: object({ identifier: roomArn }, ["identifier"]),
  ListRooms: object({
    name,
    nextToken,
    maxResults,
    messageReviewHandlerUri: lambdaArn,
    loggingConfigurationIdentifier: loggingConfigurationArn,
  }),
  CreateRoom: object({ ...roomSettings, tags }),
  UpdateRoom: object({ identifier: roomArn, ...roomSettings }, ["identifier"]),
  DeleteRoom: object({ identifier: roomArn }, ["identifier"]),
  GetLoggingConfiguration: object({ identifier: loggingConfigurationArn }, ["identifier"]),
  ListLoggingConfigurations: object({ nextToken, maxResults }),
  CreateLoggingConfiguration: object({ name, destinationConfiguration, tags }, ["destinationConfiguration"]),
  UpdateLoggingConfiguration: object(
    { identifier: loggingConfigurationArn, name, destinationConfiguration },
    ["identifier"],
  ),
  DeleteLoggingConfiguration: object({ identifier: loggingConfigurationArn }, ["identifier"]),
};

/** What the operations on tags take. */
export const tagRequests = {
  /** The rest of the path. */
  path: {
    type: "object",
    properties: { "*": text(1, 128, "^arn:aws:ivschat:[a-z0-9-]+:[0-9]+:[a-z-]+/[a-zA-Z0-9-]+$") },
  },
  TagResource: object({ tags }, ["tags"]),
  UntagResource: {
    type: "object",
    // One key in a query is no list.
    properties: { tagKeys: { anyOf: [text(1, 128), { type: "array", maxItems: 50, items: text(1, 128) }] } },
    required: ["tagKeys"],
  },
};

// Members of a later model are let through, as the service does.
function object(properties: Record<string, object>, required: string[] = []) {
  return { type: "object", properties, required };
}
