import type * as pulumi from "@pulumi/pulumi";
/** The provider behind every ExistingRoom. */
export declare const existingRoomProvider: pulumi.dynamic.ResourceProvider;
