import type { Connection } from "../aws/clients";
import { Pace } from "./pace";
/** The operations that this package asks for. */
export type Operation = keyof typeof published;
/**
 * Requests a second that the service allows for each account and region; not adjustable.
 * https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/service-quotas.html
 */
declare const published: {
    GetRoom: number;
    ListRooms: number;
    GetLoggingConfiguration: number;
};
/** The pace of an operation at an account and region; where the account is not known, of whoever asks. */
export declare function paceFor(connection: Connection, operation: Operation, accountId: string | undefined, requestsPerSecond: number | undefined): Pace;
export {};
