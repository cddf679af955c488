import type * as pulumi from "@pulumi/pulumi";

/** The same members, each of which may be an output or hold some. */
export type Inputs<T> = { [K in keyof T]: T[K] extends undefined ? T[K] : pulumi.Input<Wrapped<T[K]>> };

type Wrapped<T> = T extends object ? { [K in keyof T]: pulumi.Input<Wrapped<T[K]>> } : T;
