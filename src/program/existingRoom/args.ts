import type { RoomByIdentifier, RoomByName, RoomByTags } from "../../arguments/room";
import type { ConnectionArgs } from "../../arguments/connection";
import type { Inputs } from "../inputs";

/**
 * The arguments of {@link ExistingRoom}. Requires either `identifier`, or at least one of `name` and `tags`. If a different room matches
 * `name` and `tags` later, the resource is replaced.
 */
export type ExistingRoomArgs = (Inputs<RoomByIdentifier> | Inputs<RoomByName> | Inputs<RoomByTags>) &
  ExistingRoomConnectionArgs;

/**
 * The connection settings of an {@link ExistingRoom}. They override the `provider` option and the stack's `aws:` configuration, and are
 * recorded in the state. They contain no credentials.
 */
export type ExistingRoomConnectionArgs = Inputs<ConnectionArgs>;
