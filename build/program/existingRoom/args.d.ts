import type { ConnectionArgs, Inputs, RoomByIdentifier, RoomByName, RoomByTags } from "../../arguments/room";
/**
 * Which room an {@link ExistingRoom} is, in exactly one way (by `identifier`, or by `name`, `tags` or both), and optionally how to reach
 * it. One that is found by name or tags follows them: when another room has them, the preview shows a replacement.
 *
 * @example
 * ```ts
 * import { ExistingRoom, type ExistingRoomArgs } from "pulumi-ivschat";
 *
 * const args: ExistingRoomArgs = { name: "lobby", region: "eu-west-1" };
 * const lobby = new ExistingRoom("lobby", args);
 * ```
 */
export type ExistingRoomArgs = (Inputs<RoomByIdentifier> | Inputs<RoomByName> | Inputs<RoomByTags>) & ExistingRoomConnectionArgs;
/**
 * How an {@link ExistingRoom} is reached, where the stack's `aws:` configuration or a provider does not say it. Recorded in the state;
 * there are no keys among it.
 *
 * @example
 * ```ts
 * import { ExistingRoom, type ExistingRoomConnectionArgs } from "pulumi-ivschat";
 *
 * const connection: ExistingRoomConnectionArgs = { profile: "live" };
 * const lobby = ExistingRoom.get("lobby", "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl", connection);
 * ```
 */
export type ExistingRoomConnectionArgs = Inputs<ConnectionArgs>;
