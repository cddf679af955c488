// Code that must compile with the compiler option `strict`, and code that must not. compile.test.ts compiles this file with both supported
// versions of @pulumi/aws.
import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import {
  ExistingRoom,
  findRoom,
  getLoggingConfiguration,
  getRoom,
  getRoomOutput,
  getRooms,
  requireRoom,
  type GetRoomResult,
} from "pulumi-ivschat";

type TagsOf = NonNullable<aws.ssm.ParameterArgs["tags"]>;
type BucketTags = NonNullable<aws.s3.BucketArgs["tags"]>;
type Handler = NonNullable<aws.ivschat.RoomArgs["messageReviewHandler"]>;

declare function use(...values: unknown[]): void;
declare const identifier: string;
declare const provider: aws.Provider;
declare const stack: pulumi.StackReference;

export async function fits(): Promise<void> {
  const plain = await getRoom({ identifier });
  const output = getRoomOutput({ identifier: pulumi.output(identifier) }, { provider, dependsOn: [] });
  const tracked = new ExistingRoom("lobby", { identifier }, { provider });
  const shared = requireRoom(stack, "lobby");
  const external = ExistingRoom.get("lobby", identifier, { profile: "live" });

  const tags: TagsOf[] = [plain.tags, output.tags, tracked.tags, shared.tags, external.tags];
  const bucketTags: BucketTags[] = [plain.tags, output.tags, tracked.tags, shared.tags];
  const limits: pulumi.Input<number>[] = [
    plain.maximumMessageLength,
    output.maximumMessageRatePerSecond,
    tracked.maximumMessageLength,
    shared.maximumMessageLength,
  ];
  const handlers: Handler[] = [
    plain.messageReviewHandler,
    output.messageReviewHandler,
    tracked.messageReviewHandler,
    shared.messageReviewHandler,
  ];
  const room: aws.ivschat.RoomArgs = {
    name: tracked.name,
    tags: tracked.tags,
    maximumMessageLength: tracked.maximumMessageLength,
    messageReviewHandler: tracked.messageReviewHandler,
    loggingConfigurationIdentifiers: tracked.loggingConfigurationIdentifiers,
  };
  const configuration: pulumi.Output<GetRoomResult> = tracked.configuration;
  const maybe: GetRoomResult | undefined = await findRoom({ tags: { a: "b" }, name: "lobby" });
  const many: GetRoomResult[] = (await getRooms()).rooms;
  const { destinationConfiguration } = await getLoggingConfiguration({ identifier });
  const bucket = destinationConfiguration.type === "s3" ? destinationConfiguration.bucketName : undefined;
  use(tags, bucketTags, limits, handlers, room, configuration, maybe, many, bucket);
}

// No member of a room is optional, and none may be undefined.
type Optional<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];
export const none: Optional<GetRoomResult> extends never ? true : false = true;

export async function refused(): Promise<void> {
  // @ts-expect-error `identifier` and `name` are mutually exclusive
  await getRoom({ identifier, name: "lobby" });
  // @ts-expect-error `identifier` and `tags` are mutually exclusive
  getRoomOutput({ identifier, tags: { a: "b" } });
  // @ts-expect-error `identifier`, `name`, or `tags` is required
  await getRoom({});
  // @ts-expect-error `identifier`, `name`, or `tags` is required
  await getRoom({ region: "eu-west-1" });
  // @ts-expect-error `arn` is not an argument
  await getRoom({ arn: identifier });
  // @ts-expect-error an output instead of a string
  await getRoom({ identifier: pulumi.output(identifier) });
  // @ts-expect-error a tag that is not a string
  await getRoom({ tags: { a: 1 } });
  // @ts-expect-error a region that is not a string
  await getRooms({ region: 1 });
  // @ts-expect-error getRoom does not accept `dependsOn`
  await getRoom({ identifier }, { dependsOn: [] });
  // @ts-expect-error `identifier` and `name` are mutually exclusive
  new ExistingRoom("lobby", { identifier, name: "lobby" });
  // @ts-expect-error `identifier`, `name`, or `tags` is required
  new ExistingRoom("lobby", {});
  // @ts-expect-error the members of a room are read-only
  (await getRoom({ identifier })).maximumMessageLength = 5;
  // @ts-expect-error the result may be undefined
  use((await findRoom({ identifier })).name);
  const { destinationConfiguration } = await getLoggingConfiguration({ identifier });
  // @ts-expect-error only S3 destinations have a bucket name
  use(destinationConfiguration.bucketName);
}
