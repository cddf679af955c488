import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** For each kind of resources, a function that registers the given number of them, and the first part of their type. */
export const kinds = {
  rooms: { make: makeRooms, type: "pulumi-nodejs:" },
  plugin: { make: makePluginRooms, type: "ivschat:" },
  // The same properties as a room, so that the number of outputs is the same.
  nothing: {
    make: (count) =>
      makeNothing(count, (arn) => ({
        arn,
        roomId: arn.slice(-12),
        name: "room",
        createTime: "2026-01-01T00:00:00.000Z",
        updateTime: "2026-01-01T00:00:00.000Z",
        maximumMessageLength: 500,
        maximumMessageRatePerSecond: 10,
        messageReviewHandler: { uri: "", fallbackResult: "ALLOW" },
        tags: { team: "live", purpose: "a benchmark" },
        loggingConfigurationIdentifiers: [],
      })),
    type: "pulumi-nodejs:",
  },
  oneMember: { make: (count) => makeNothing(count, (arn) => ({ arn })), type: "pulumi-nodejs:" },
};

function makeRooms(count) {
  const { ExistingRoom } = require("pulumi-ivschat");
  for (const [index, identifier] of arns(count)) new ExistingRoom(`room-${index}`, { identifier });
}

/** Registers rooms of the provider plugin in the same way as the classes that Pulumi generates from a schema. */
function makePluginRooms(count) {
  const pulumi = require("@pulumi/pulumi");
  const members = {
    arn: undefined,
    roomId: undefined,
    name: undefined,
    createTime: undefined,
    updateTime: undefined,
    maximumMessageLength: undefined,
    maximumMessageRatePerSecond: undefined,
    messageReviewHandler: undefined,
    tags: undefined,
    loggingConfigurationIdentifiers: undefined,
  };
  for (const [index, identifier] of arns(count))
    new pulumi.CustomResource("ivschat:index:ExistingRoom", `room-${index}`, { ...members, identifier });
}

function makeNothing(count, membersOf) {
  const pulumi = require("@pulumi/pulumi");
  const provider = { create: async (inputs) => ({ id: inputs.arn, outs: inputs }) };
  class Nothing extends pulumi.dynamic.Resource {
    constructor(name, inputs) {
      super(provider, name, inputs);
    }
  }
  for (const [index, arn] of arns(count)) new Nothing(`nothing-${index}`, membersOf(arn));
}

function arns(count) {
  return Array.from({ length: count }, (_, index) => [
    index,
    `arn:aws:ivschat:us-east-1:123456789012:room/Room${String(index).padStart(8, "0")}`,
  ]);
}
