import fc from "fast-check";

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

export const region = fc.constantFrom("us-east-1", "us-west-2", "ap-south-1", "eu-central-1", "eu-west-1");
export const accountId = fc.stringMatching(/^[0-9]{11,12}$/);
export const roomId = fc.stringMatching(/^[a-zA-Z0-9]{12}$/);
export const roomArn = fc
  .tuple(region, accountId, roomId)
  .map(([where, account, id]) => `arn:aws:ivschat:${where}:${account}:room/${id}`);

/** A time as in a response: with or without fractions of a second, and with `Z` or an offset. */
export const wireTime = fc
  .date({ min: new Date("2000-01-01T00:00:00Z"), max: new Date("2099-12-31T23:59:59Z"), noInvalidDate: true })
  .chain((date) =>
    fc.constantFrom(
      date.toISOString(),
      date.toISOString().replace(/\.\d+Z$/, "Z"),
      date.toISOString().replace("Z", "123456Z"),
      date.toISOString().replace("Z", "+00:00"),
    ),
  );

const tagKey = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "toString", "aws:cloudformation:stack-name", "hasOwnProperty"),
  fc.string({ minLength: 1, maxLength: 128, unit: "grapheme" }),
);

/** Tags as parsed from JSON, in which `__proto__` is a normal key. */
export const tags = fc
  .uniqueArray(fc.tuple(tagKey, fc.string({ maxLength: 256 })), { maxLength: 50, selector: ([key]) => key })
  .map((entries) => Object.fromEntries(entries));

const lambdaArn = fc
  .tuple(region, fc.stringMatching(/^[0-9]{12}$/), fc.stringMatching(/^[a-z]{1,20}$/))
  .map(([where, account, name]) => `arn:aws:lambda:${where}:${account}:function:${name}`);

const handler = fc.record(
  { uri: fc.oneof(fc.constant(""), lambdaArn), fallbackResult: fc.constantFrom("ALLOW", "DENY") },
  { requiredKeys: [] },
);

const loggingConfigurations = fc.array(
  fc
    .tuple(region, accountId, roomId)
    .map(([where, account, id]) => `arn:aws:ivschat:${where}:${account}:logging-configuration/${id}`),
  { maxLength: 3 },
);

const roomName = fc.string({ maxLength: 128, unit: fc.constantFrom(...Array.from(`${letters}-_`)) });

const roomMembers = fc.record(
  {
    arn: roomArn,
    name: fc.option(roomName),
    createTime: wireTime,
    updateTime: wireTime,
    maximumMessageLength: fc.integer({ min: 1, max: 500 }),
    maximumMessageRatePerSecond: fc.integer({ min: 1, max: 100 }),
    messageReviewHandler: fc.option(handler),
    tags: fc.option(tags),
    loggingConfigurationIdentifiers: fc.option(loggingConfigurations),
  },
  {
    requiredKeys: ["arn", "createTime", "updateTime", "maximumMessageLength", "maximumMessageRatePerSecond"],
  },
);

/** Any complete GetRoom response that the service's API model allows. */
export const roomAnswer = roomMembers.map((room) => ({ ...room, id: room.arn.slice(-12) }));
