import type { GetLoggingConfigurationCommand, GetRoomCommand, IvschatClient, ListRoomsCommand } from "@aws-sdk/client-ivschat";
/** A successful answer as it came: its parsed JSON, not yet trusted. */
export interface Answer {
    readonly body: unknown;
    readonly requestId: string | undefined;
}
/** Any of the SDK's commands for this service. */
export type Command = GetRoomCommand | ListRoomsCommand | GetLoggingConfigurationCommand;
/** A request took longer than it may. */
export declare class RequestTimedOut extends Error {
    readonly name = "TimeoutError";
}
/** The service's answer is larger than any that it gives. */
export declare class AnswerTooLarge extends Error {
}
/**
 * Sends one request, once, and hands out the answer's JSON as it came over the wire. The SDK signs, addresses and reads errors; of a
 * success its deserializer would drop tag keys like `__proto__`, pass on numbers in quotes, and fail over a time without a zone.
 */
export declare function send(client: IvschatClient, command: Command, timeoutMs: number): Promise<Answer>;
/** An error answer that is not in the service's form, such as a proxy's HTML page. */
export declare class UnreadableError extends Error {
    readonly status: number;
    readonly text: string;
    readonly $metadata: {
        readonly httpStatusCode: number;
    };
    constructor(status: number, text: string);
}
