// The constraints of the service's API model, as JSON schemas.

/** The JSON schema keywords that the API model uses. */
export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly [keyword: string]: unknown;
}

const text = (minLength: number, maxLength: number, pattern?: string) => ({
  type: "string",
  minLength,
  maxLength,
  ...(pattern === undefined ? {} : { pattern }),
});

export const roomArn = text(1, 128, "^arn:aws:ivschat:[a-z0-9-]+:[0-9]+:room/[a-zA-Z0-9-]+$");
export const loggingConfigurationArn = text(
  1,
  128,
  "^arn:aws:ivschat:[a-z0-9-]+:[0-9]+:logging-configuration/[a-zA-Z0-9-]+$",
);
export const name = text(0, 128, "^[a-zA-Z0-9-_]*$");
const lambdaArn = text(0, 170, "^$|^arn:aws:lambda:[a-z0-9-]+:[0-9]{12}:function:.+");
export const tags = {
  type: "object",
  maxProperties: 50,
  propertyNames: text(1, 128),
  additionalProperties: text(0, 256),
};
const nextToken = text(0, 1024);
const maxResults = { type: "integer", minimum: 1, maximum: 50 };

export const roomSettings = {
  name,
  maximumMessageRatePerSecond: { type: "integer", minimum: 1, maximum: 100 },
  maximumMessageLength: { type: "integer", minimum: 1, maximum: 500 },
  messageReviewHandler: object({
    uri: lambdaArn,
    fallbackResult: { type: "string", enum: ["ALLOW", "DENY"] },
  }),
  loggingConfigurationIdentifiers: { type: "array", maxItems: 3, items: loggingConfigurationArn },
};

export const destinationConfiguration = {
  ...object({
    s3: object({ bucketName: text(3, 63, "^[a-z0-9-.]+$") }, ["bucketName"]),
    cloudWatchLogs: object({ logGroupName: text(1, 512, "^[\\.\\-_/#A-Za-z0-9]+$") }, ["logGroupName"]),
    firehose: object({ deliveryStreamName: text(1, 64, "^[a-zA-Z0-9_.-]+$") }, ["deliveryStreamName"]),
  }),
  minProperties: 1,
  maxProperties: 1,
};

export const loggingConfigurationState = {
  type: "string",
  enum: ["CREATING", "CREATE_FAILED", "DELETING", "DELETE_FAILED", "UPDATING", "UPDATE_FAILED", "ACTIVE"],
};

const resourceArn = text(1, 128, "^arn:aws:ivschat:[a-z0-9-]+:[0-9]+:[a-z-]+/[a-zA-Z0-9-]+$");

/** The input of each operation: the members from the body, the path, and the query. */
export const inputs: Readonly<Record<string, Schema>> = {
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
  ListTagsForResource: object({ resourceArn }, ["resourceArn"]),
  TagResource: object({ resourceArn, tags }, ["resourceArn", "tags"]),
  UntagResource: object({ resourceArn, tagKeys: { type: "array", maxItems: 50, items: text(1, 128) } }, [
    "resourceArn",
    "tagKeys",
  ]),
};

function object(properties: Record<string, Schema>, required: string[] = []) {
  return { type: "object", properties, required };
}
