// What must compile, and what must not, for strict users: compiled by compile.test.ts, with both versions of @pulumi/aws.
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
  // @ts-expect-error two ways at once
  await getRoom({ identifier, name: "lobby" });
  // @ts-expect-error two ways at once
  getRoomOutput({ identifier, tags: { a: "b" } });
  // @ts-expect-error no way at all
  await getRoom({});
  // @ts-expect-error no way at all
  await getRoom({ region: "eu-west-1" });
  // @ts-expect-error not an argument
  await getRoom({ arn: identifier });
  // @ts-expect-error an output where a value is asked for
  await getRoom({ identifier: pulumi.output(identifier) });
  // @ts-expect-error a tag that is no text
  await getRoom({ tags: { a: 1 } });
  // @ts-expect-error a region that is no text
  await getRooms({ region: 1 });
  // @ts-expect-error dependsOn belongs to the output form
  await getRoom({ identifier }, { dependsOn: [] });
  // @ts-expect-error two ways at once
  new ExistingRoom("lobby", { identifier, name: "lobby" });
  // @ts-expect-error no way at all
  new ExistingRoom("lobby", {});
  // @ts-expect-error a room is not for changing
  (await getRoom({ identifier })).maximumMessageLength = 5;
  // @ts-expect-error there may be none
  use((await findRoom({ identifier })).name);
  const { destinationConfiguration } = await getLoggingConfiguration({ identifier });
  // @ts-expect-error only of one kind of destination
  use(destinationConfiguration.bucketName);
}
