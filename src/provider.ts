import type * as pulumi from "@pulumi/pulumi";
import { ExistingRoomProvider } from "./program/existingRoom/dynamicProvider";

// Stable: the code in serializedProvider.ts, which is stored in every stack's state, requires this path and this name. Never change.

/** The dynamic provider of every ExistingRoom. */
export const existingRoomProvider: pulumi.dynamic.ResourceProvider = new ExistingRoomProvider();
