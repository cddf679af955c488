import type * as pulumi from "@pulumi/pulumi";

/** A type whose members, at any depth, may be outputs. */
export type Inputs<T> = { [K in keyof T]: T[K] extends undefined ? T[K] : pulumi.Input<Wrapped<T[K]>> };

type Wrapped<T> = T extends object ? { [K in keyof T]: pulumi.Input<Wrapped<T[K]>> } : T;
