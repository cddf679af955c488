import { MalformedAnswer } from "../../src/room/answer";
import { loggingConfigurationFromAnswer } from "../../src/room/loggingConfiguration";

const answer = {
  arn: "arn:aws:ivschat:us-east-1:123456789012:logging-configuration/AbCdEfGhIjKl",
  id: "AbCdEfGhIjKl",
  name: "to S3",
  createTime: "2026-01-01T00:00:00Z",
  updateTime: "2026-01-02T03:04:05.678+01:00",
  state: "UPDATE_FAILED",
  destinationConfiguration: { s3: { bucketName: "logs" } },
  tags: { team: "live" },
};

test("loggingConfigurationFromAnswer returns all documented members and no other members", () => {
  expect(loggingConfigurationFromAnswer({ ...answer, other: 1 })).toStrictEqual({
    ...answer,
    createTime: "2026-01-01T00:00:00.000Z",
    updateTime: "2026-01-02T02:04:05.678Z",
    destinationConfiguration: { type: "s3", bucketName: "logs" },
  });
});

test("a missing name becomes an empty string, and missing tags become an empty object", () => {
  const { name: _, tags: __, ...rest } = answer;
  expect(loggingConfigurationFromAnswer(rest)).toMatchObject({ name: "", tags: {} });
});

test.each([
  [{ s3: { bucketName: "b" } }, { type: "s3", bucketName: "b" }],
  [{ cloudWatchLogs: { logGroupName: "g" } }, { type: "cloudWatchLogs", logGroupName: "g" }],
  [{ firehose: { deliveryStreamName: "d" } }, { type: "firehose", deliveryStreamName: "d" }],
  [{ kinesis: { stream: ["s"] } }, { type: "unknown", kind: "kinesis", value: { stream: ["s"] } }],
  [
    { s3: null, firehose: { deliveryStreamName: "d" } },
    { type: "firehose", deliveryStreamName: "d" },
  ],
])("the destination %j of an answer becomes %j", (destinationConfiguration, destination) => {
  const configuration = loggingConfigurationFromAnswer({ ...answer, destinationConfiguration });
  expect(configuration.destinationConfiguration).toStrictEqual(destination);
});

test.each([
  [{ arn: undefined }, "arn is missing; expected a logging configuration's ARN"],
  [{ arn: answer.arn.replace("logging-configuration", "room") }, "arn is"],
  [{ id: "Other" }, 'id is "Other"; expected AbCdEfGhIjKl'],
  [{ name: 5 }, "name is 5; expected a string"],
  [{ createTime: "today" }, 'createTime is "today"; expected an ISO 8601 time'],
  [{ updateTime: 5 }, "updateTime is 5; expected an ISO 8601 time"],
  [{ state: "" }, 'state is ""; expected a string'],
  [{ tags: [] }, "tags is []; expected an object"],
  [{ tags: { a: 5 } }, 'tags["a"] is 5; expected a string'],
  [{ destinationConfiguration: undefined }, "destinationConfiguration is missing; expected an object"],
  [{ destinationConfiguration: {} }, "destinationConfiguration is {}; expected exactly one destination"],
  [{ destinationConfiguration: { s3: {}, firehose: {} } }, "expected exactly one destination"],
  [{ destinationConfiguration: { s3: "b" } }, 'destinationConfiguration.s3 is "b"; expected an object'],
  [
    { destinationConfiguration: { s3: { logGroupName: "g" } } },
    "destinationConfiguration.s3.bucketName is missing; expected a string",
  ],
  [
    { destinationConfiguration: { cloudWatchLogs: { logGroupName: 5 } } },
    "destinationConfiguration.cloudWatchLogs.logGroupName is 5; expected a string",
  ],
  [
    { destinationConfiguration: { firehose: { deliveryStreamName: null } } },
    "destinationConfiguration.firehose.deliveryStreamName is null; expected a string",
  ],
])("an answer with %j is rejected with an error that names the member", (members, message) => {
  const map = () => loggingConfigurationFromAnswer({ ...answer, ...members });
  expect(map).toThrow(MalformedAnswer);
  expect(map).toThrow(message);
});

test("a response that is not an object is rejected", () => {
  expect(() => loggingConfigurationFromAnswer([])).toThrow("the answer is []; expected an object");
});
