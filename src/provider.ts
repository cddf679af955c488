import type * as pulumi from "@pulumi/pulumi";
import { ExistingRoomProvider } from "./program/existingRoom/dynamicProvider";

// Stable format: never rename this file or this export. The state of every stack contains code that loads them (serializedProvider.ts).

/** The dynamic provider of every ExistingRoom. */
export const existingRoomProvider: pulumi.dynamic.ResourceProvider = new ExistingRoomProvider();
