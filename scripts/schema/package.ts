import { configuration, configurationTypes } from "./configuration";
import { membersOf, type Member, type SchemaType } from "./members";

const ref = (name: string) => ({ $ref: `#/types/ivschat:index:${name}` });
const refs: Record<string, SchemaType> = {
  MessageReviewHandler: ref("MessageReviewHandler"),
  FallbackResult: ref("FallbackResult"),
  LoggingDestination: ref("LoggingDestination"),
  AssumeRoleArgs: ref("AssumeRole"),
  GetRoomResult: ref("Room"),
};

const room = membersOf("room/room.ts", "GetRoomResult", refs);
const rooms = membersOf("room/room.ts", "GetRoomsResult", refs);
const handler = membersOf("room/room.ts", "MessageReviewHandler", refs);
const logging = membersOf("room/loggingConfiguration.ts", "GetLoggingConfigurationResult", refs);
const connection = optional(membersOf("arguments/connection.ts", "ConnectionArgs", refs));
const role = membersOf("arguments/connection.ts", "AssumeRoleArgs", refs);
const [identifier] = membersOf("arguments/room.ts", "RoomByIdentifier", refs).filter(
  ({ name }) => name === "identifier",
);
const byName = membersOf("arguments/room.ts", "RoomByName", refs).filter(({ name }) => name !== "identifier");
const roomArguments = [...optional([...(identifier ? [identifier] : []), ...byName]), ...connection];
const filters = membersOf("arguments/rooms.ts", "GetRoomsArgs", refs);
const loggingArguments = [
  ...membersOf("arguments/loggingConfiguration.ts", "GetLoggingConfigurationArgs", refs),
  ...connection,
];
const recorded = room.map((member) => (member.name === "id" ? { ...member, name: "roomId" } : member));

/** Returns the schema of the package `ivschat`: https://www.pulumi.com/docs/iac/extending-pulumi/schema/ */
export function packageSchema(): object {
  return {
    name: "ivschat",
    displayName: "Amazon IVS Chat rooms",
    description:
      "Reads existing Amazon IVS Chat rooms: typed outputs, drift in the preview, within the service's quota.",
    keywords: ["pulumi", "aws", "ivs", "ivschat", "category/cloud"],
    license: "Apache-2.0",
    // Not `pulumi-ivschat`, because that package has a different resource ExistingRoom.
    language: { nodejs: { packageName: "@pulumi/ivschat" } },
    config: { variables: configuration },
    provider: {
      description: "The provider of the package ivschat: how to reach the service.",
      inputProperties: configuration,
    },
    types: {
      "ivschat:index:Room": object("The configuration of an Amazon IVS Chat room.", room),
      "ivschat:index:MessageReviewHandler": object(
        "What reviews a room's messages before they are delivered.",
        handler,
      ),
      "ivschat:index:FallbackResult": {
        type: "string",
        description:
          "What happens to a message that could not be reviewed: it is delivered (`ALLOW`) or not (`DENY`).",
        enum: [{ value: "ALLOW" }, { value: "DENY" }],
      },
      "ivschat:index:AssumeRole": object("A role to assume for a read.", role),
      "ivschat:index:LoggingDestination": loggingDestination,
      ...configurationTypes,
    },
    resources: {
      "ivschat:index:ExistingRoom": {
        description:
          "A room that exists in Amazon IVS Chat, recorded in the stack and never changed.\n\n" +
          "Give either `identifier`, or `name`, `tags` or both. Every preview and update reads the room and shows what changed since it was " +
          "recorded. Deleting the resource does not delete the room.",
        ...properties(recorded),
        inputProperties: properties(roomArguments).properties,
        // Allows a stack to migrate from the resource of `pulumi-ivschat` without a replacement.
        aliases: [{ type: "pulumi-nodejs:dynamic/ivschat:ExistingRoom" }],
      },
    },
    functions: {
      "ivschat:index:getRoom": {
        description:
          "Reads the configuration of a room. Give either `identifier`, or `name`, `tags` or both: exactly one room must match.",
        inputs: object("", roomArguments),
        outputs: object("", room),
      },
      "ivschat:index:findRoom": {
        description:
          "Reads the configuration of a room that may exist. If there is no such room, the result has no `room`.",
        inputs: object("", roomArguments),
        outputs: {
          type: "object",
          properties: { room: { ...ref("Room"), description: "The room, if it exists." } },
        },
      },
      "ivschat:index:getRooms": {
        description: "Reads the configurations of all rooms of a region that match all filters given.",
        inputs: object("", [...filters, ...connection]),
        outputs: object("", rooms),
      },
      "ivschat:index:getLoggingConfiguration": {
        description:
          "Reads a logging configuration: where the messages of the rooms that refer to it are logged.",
        inputs: object("", loggingArguments),
        outputs: object("", logging),
      },
    },
  };
}

const loggingDestination = {
  type: "object",
  description: "Where messages are logged.",
  properties: {
    type: {
      type: "string",
      description: "`s3`, `cloudWatchLogs`, `firehose`, or `unknown` for a kind that the service has added.",
    },
    bucketName: { type: "string", description: "The bucket, if `type` is `s3`." },
    logGroupName: { type: "string", description: "The log group, if `type` is `cloudWatchLogs`." },
    deliveryStreamName: { type: "string", description: "The delivery stream, if `type` is `firehose`." },
    kind: { type: "string", description: "The service's name of the kind, if `type` is `unknown`." },
    value: {
      $ref: "pulumi.json#/Any",
      description: "The settings of the destination, if `type` is `unknown`.",
    },
  },
  required: ["type"],
};

function optional(members: readonly Member[]): Member[] {
  return members.map((member) => ({ ...member, isOptional: true }));
}

function properties(members: readonly Member[]) {
  return {
    properties: Object.fromEntries(members.map(({ name, schema }) => [name, schema])),
    required: members.filter(({ isOptional }) => !isOptional).map(({ name }) => name),
  };
}

function object(description: string, members: readonly Member[]): SchemaType {
  return { type: "object", ...(description === "" ? {} : { description }), ...properties(members) };
}
