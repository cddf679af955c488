import * as pulumi from "@pulumi/pulumi";
import type { ExistingRoomArgs, ExistingRoomConnectionArgs } from "./args";
/**
 * A program's arguments as they reach `check`. They travel under a name of their own, apart from the members of the room with the same
 * names: the engine copies recorded members that the program ignores changes of (`ignoreChanges`) in among them.
 */
export declare function argumentProperties(args: ExistingRoomArgs): Record<string, unknown>;
/** The same for ExistingRoom.get: which resource is read, and what refresh must know of it. */
export declare function externalProperties(id: pulumi.Input<pulumi.ID>, args: ExistingRoomConnectionArgs, provider: pulumi.ProviderResource | undefined): {
    readonly id: pulumi.Input<pulumi.ID>;
    readonly properties: Record<string, unknown>;
};
