import type * as pulumi from "@pulumi/pulumi";
import { ExistingRoomProvider } from "./program/existingRoom/dynamicProvider";

// Stable: the text in serializedProvider.ts, which is stored in the state of every stack, requires this path and this name. Never change.

/** The provider behind every ExistingRoom. */
export const existingRoomProvider: pulumi.dynamic.ResourceProvider = new ExistingRoomProvider();
