import type { RoomByIdentifier, RoomByName, RoomByTags } from "../../arguments/room";
import type { ConnectionArgs } from "../../arguments/connection";
import type { Inputs } from "../inputs";

/**
 * The arguments of {@link ExistingRoom}: those that select the room (either `identifier`, or `name`, `tags` or both), and optional
 * connection settings. If a different room has the `name` or `tags` later, the preview shows a replacement.
 */
export type ExistingRoomArgs = (Inputs<RoomByIdentifier> | Inputs<RoomByName> | Inputs<RoomByTags>) &
  ExistingRoomConnectionArgs;

/**
 * The connection settings of an {@link ExistingRoom}. They take precedence over those of the provider or the stack's `aws:` configuration,
 * and are recorded in the state. None of them is a key.
 */
export type ExistingRoomConnectionArgs = Inputs<ConnectionArgs>;
