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
    config: { variables: { ...configuration, assumeRoles: configuredRoles } },
    provider: {
      description:
        "The provider for Amazon IVS Chat rooms. Its arguments configure the region, the credentials, and the connection.",
      inputProperties: configuration,
    },
    types: {
      "ivschat:index:Room": object("The configuration of an Amazon IVS Chat room.", room),
      "ivschat:index:MessageReviewHandler": object(
        "The handler that reviews a room's messages before delivery.",
        handler,
      ),
      "ivschat:index:FallbackResult": {
        type: "string",
        description:
          "Whether a message that could not be reviewed is delivered (`ALLOW`) or rejected (`DENY`).",
        enum: [{ value: "ALLOW" }, { value: "DENY" }],
      },
      "ivschat:index:AssumeRole": object("An IAM role to assume for a read.", role),
      "ivschat:config:AssumeRole": object("An IAM role to assume for a read.", role),
      "ivschat:index:LoggingDestination": loggingDestination,
      ...configurationTypes,
    },
    resources: {
      "ivschat:index:ExistingRoom": {
        description:
          "Records the configuration of an existing Amazon IVS Chat room in the stack. Never changes the room.\n\n" +
          "Requires either `identifier`, or at least one of `name` and `tags`. Every preview and update reads the room and shows what has " +
          "changed since the room was recorded. Deleting the resource does not delete the room.",
        ...properties(recorded),
        inputProperties: properties(roomArguments).properties,
        // Allows a stack to migrate from the resource of `pulumi-ivschat` without a replacement.
        aliases: [{ type: "pulumi-nodejs:dynamic/ivschat:ExistingRoom" }],
      },
    },
    functions: {
      "ivschat:index:getRoom": {
        description:
          "Returns the configuration of a room. Requires either `identifier`, or at least one of `name` and `tags`. Exactly one room must match.",
        inputs: object("", roomArguments),
        outputs: object("", room),
      },
      "ivschat:index:findRoom": {
        description:
          "Returns the configuration of a room, like `getRoom`. If no room matches, the result has no `room`.",
        inputs: object("", roomArguments),
        outputs: {
          type: "object",
          properties: {
            room: { ...ref("Room"), description: "The matching room. Missing if no room matches." },
          },
        },
      },
      "ivschat:index:getRooms": {
        description: "Returns the configurations of all rooms in a region that match all given filters.",
        inputs: object("", [...filters, ...connection]),
        outputs: object("", rooms),
      },
      "ivschat:index:getLoggingConfiguration": {
        description: "Returns a logging configuration, which says where the messages of rooms are logged.",
        inputs: object("", loggingArguments),
        outputs: object("", logging),
      },
    },
  };
}

// Pulumi's generator for Java fails if the configuration and a function have the same type.
const configuredRoles = {
  ...configuration.assumeRoles,
  items: { $ref: "#/types/ivschat:config:AssumeRole" },
};

const loggingDestination = {
  type: "object",
  description: "Where messages are logged.",
  properties: {
    type: {
      type: "string",
      description:
        "The kind of destination: `s3`, `cloudWatchLogs`, `firehose`, or `unknown` for a kind that this package does not know.",
    },
    bucketName: { type: "string", description: "The name of the bucket, if `type` is `s3`." },
    logGroupName: {
      type: "string",
      description: "The name of the log group, if `type` is `cloudWatchLogs`.",
    },
    deliveryStreamName: {
      type: "string",
      description: "The name of the delivery stream, if `type` is `firehose`.",
    },
    kind: {
      type: "string",
      description: "The service's name for the kind of destination, if `type` is `unknown`.",
    },
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
