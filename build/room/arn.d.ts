/** The parts of a room's ARN, `arn:aws:ivschat:REGION:ACCOUNT:room/ID`. */
export interface RoomArn {
    readonly region: string;
    readonly accountId: string;
    readonly roomId: string;
}
/** The parts of an IVS Chat room's ARN; undefined for anything else. */
export declare function parseRoomArn(value: unknown): RoomArn | undefined;
/** The ARN that these parts make: the inverse of parseRoomArn. */
export declare function formatRoomArn({ region, accountId, roomId }: RoomArn): string;
/** The parts of a logging configuration's ARN; undefined for anything else. */
export declare function parseLoggingConfigurationArn(value: unknown): {
    region: string;
    accountId: string;
    id: string;
} | undefined;
/** Why a value is no ARN of this kind, with what one looks like, for an error message. */
export declare function explainNoArn(value: unknown, kind: ArnKind): string;
/** A value as an error message shows it: quoted, cut where it is long, with nothing in it that a terminal obeys. */
export declare function printed(value: unknown): string;
type ArnKind = "room" | "logging-configuration";
export {};
