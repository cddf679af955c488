import * as pulumi from "@pulumi/pulumi";
import type { ExistingRoomConnectionArgs } from "./args";
/**
 * What is recorded of how to reach a room: the arguments, and an explicit provider's settings but for its keys. `isRead` for
 * ExistingRoom.get, which does not depend on the provider: the engine would not read until that is created.
 */
export declare function recordedConnection(args: ExistingRoomConnectionArgs, provider: pulumi.ProviderResource | undefined, isRead: boolean): pulumi.Input<object> | undefined;
