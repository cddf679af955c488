import type * as pulumi from "@pulumi/pulumi";

/** Makes each member, at any depth, accept outputs. */
export type Inputs<T> = { [K in keyof T]: T[K] extends undefined ? T[K] : pulumi.Input<Wrapped<T[K]>> };

type Wrapped<T> = T extends object ? { [K in keyof T]: pulumi.Input<Wrapped<T[K]>> } : T;
