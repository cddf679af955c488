import type * as pulumi from "@pulumi/pulumi";
import { ExistingRoomProvider } from "./program/existingRoom/dynamicProvider";

// Stable format: never rename this file or its export, because the state of every stack with an ExistingRoom contains code that loads them
// (see serializedProvider.ts).

/** The dynamic provider of every ExistingRoom. */
export const existingRoomProvider: pulumi.dynamic.ResourceProvider = new ExistingRoomProvider();
