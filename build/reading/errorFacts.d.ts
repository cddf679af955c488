/**
 * What an error says of itself. The SDK makes an error of whatever an answer holds: members that should be text can be numbers, objects
 * or megabytes long. Here they have their types and bounded lengths.
 */
export interface ErrorFacts {
    /** The service's name of the error, or the class of one that is not the service's; "" where it has none. */
    readonly name: string;
    /** The network's or Node.js's code, where it has one. */
    readonly code: string | undefined;
    readonly message: string;
    /** The status of the answer, where there was one. */
    readonly status: number | undefined;
    readonly requestId: string | undefined;
    /** The fields that a ValidationException names. */
    readonly fields: string;
}
/** What is known of anything that was thrown. */
export declare function factsOf(error: unknown): ErrorFacts;
/** Whether the SDK made this of an error answer that names its error, as the service does. */
export declare function isServiceError(error: unknown): boolean;
/** Whether the SDK took its members from an answer: `$fault` is what it says of each of those. */
export declare function isAnswered(error: unknown): boolean;
/** The codes of a network's error: of each address that was tried, where there were several. */
export declare function networkCodes(error: unknown): string[];
