import type * as pulumi from "@pulumi/pulumi";
/**
 * How a read reaches the service, where the stack's `aws:` configuration or a provider does not say it.
 *
 * @example
 * ```ts
 * import { getRoom, type ConnectionArgs } from "pulumi-ivschat";
 *
 * const connection: ConnectionArgs = { region: "eu-west-1", profile: "live" };
 * const room = await getRoom({ name: "lobby", ...connection });
 * ```
 */
export interface ConnectionArgs {
    /** The AWS region to look in; of an `identifier`, its own region is used, and another one here is an error. */
    readonly region?: string;
    /** The profile in the shared AWS files whose credentials are used, in place of the stack's identity. */
    readonly profile?: string;
    /** A role to assume for the read, in place of the stack's roles. */
    readonly assumeRole?: AssumeRoleArgs;
    /** The URL of the service, where it is not the region's own: for a VPC endpoint or a local stand-in. */
    readonly endpoint?: string;
}
/**
 * A role to assume for a read.
 *
 * @remarks Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 *
 * @example
 * ```ts
 * import { getRoom, type AssumeRoleArgs } from "pulumi-ivschat";
 *
 * const assumeRole: AssumeRoleArgs = { roleArn: "arn:aws:iam::123456789012:role/reader", duration: "15m" };
 * const room = await getRoom({ name: "lobby", assumeRole });
 * ```
 */
export interface AssumeRoleArgs {
    /** ARN of the role. */
    readonly roleArn: string;
    /** Name of the session, as it shows in the role's logs. */
    readonly sessionName?: string;
    /** What the role's trust policy asks for as `sts:ExternalId`. */
    readonly externalId?: string;
    /** How long the session lasts: `1h`, `30m`, `900s`; an hour where it is left out. */
    readonly duration?: string;
    /** A policy, as JSON, that narrows the session further. */
    readonly policy?: string;
    /** ARNs of managed policies that narrow the session further. */
    readonly policyArns?: string[];
    /** The source identity of the session. */
    readonly sourceIdentity?: string;
    /** Tags of the session. */
    readonly tags?: Record<string, string>;
    /** Which of the tags are handed on to sessions assumed from this one. */
    readonly transitiveTagKeys?: string[];
}
/**
 * A room by its ARN.
 *
 * @example
 * ```ts
 * import { getRoom, type RoomByIdentifier } from "pulumi-ivschat";
 *
 * const which: RoomByIdentifier = { identifier: "arn:aws:ivschat:us-east-1:123456789012:room/AbCdEfGhIjKl" };
 * const room = await getRoom(which);
 * ```
 */
export interface RoomByIdentifier {
    /** The room's ARN, `arn:aws:ivschat:REGION:ACCOUNT:room/ID`: up to 128 characters. */
    readonly identifier: string;
    readonly name?: undefined;
    readonly tags?: undefined;
}
/**
 * A room by its name, with tags or without. Exactly one room must match.
 *
 * @example
 * ```ts
 * import { getRoom, type RoomByName } from "pulumi-ivschat";
 *
 * const which: RoomByName = { name: "lobby" };
 * const room = await getRoom(which);
 * ```
 */
export interface RoomByName {
    readonly identifier?: undefined;
    /** The room's name, exactly: letter case counts. Up to 128 characters; `""` finds a room without a name. */
    readonly name: string;
    /** Tags that the room has, each with exactly this value; it may have others. */
    readonly tags?: Record<string, string>;
}
/**
 * A room by its tags. Exactly one room must match.
 *
 * @example
 * ```ts
 * import { getRoom, type RoomByTags } from "pulumi-ivschat";
 *
 * const which: RoomByTags = { tags: { stage: "live", show: "morning" } };
 * const room = await getRoom(which);
 * ```
 */
export interface RoomByTags {
    readonly identifier?: undefined;
    readonly name?: undefined;
    /** Tags that the room has, each with exactly this value; it may have others. At least one. */
    readonly tags: Record<string, string>;
}
/**
 * Which room to read, in exactly one way (by `identifier`, or by `name`, `tags` or both), and optionally how to reach it.
 *
 * @example
 * ```ts
 * import { getRoom, type GetRoomArgs } from "pulumi-ivschat";
 *
 * const args: GetRoomArgs = { name: "lobby", tags: { stage: "live" }, region: "eu-west-1" };
 * const room = await getRoom(args);
 * ```
 */
export type GetRoomArgs = (RoomByIdentifier | RoomByName | RoomByTags) & ConnectionArgs;
/**
 * {@link GetRoomArgs} whose members may be outputs of other resources.
 *
 * @example
 * ```ts
 * import * as pulumi from "@pulumi/pulumi";
 * import { getRoomOutput, type GetRoomOutputArgs } from "pulumi-ivschat";
 *
 * const args: GetRoomOutputArgs = { name: pulumi.output("lobby"), region: "eu-west-1" };
 * const room = getRoomOutput(args);
 * ```
 */
export type GetRoomOutputArgs = (Inputs<RoomByIdentifier> | Inputs<RoomByName> | Inputs<RoomByTags>) & Inputs<ConnectionArgs>;
/** The same members, each of which may be an output or hold some. */
export type Inputs<T> = {
    [K in keyof T]: T[K] extends undefined ? T[K] : pulumi.Input<Wrapped<T[K]>>;
};
type Wrapped<T> = T extends object ? {
    [K in keyof T]: pulumi.Input<Wrapped<T[K]>>;
} : T;
export {};
