/**
 * An error that only the engine shows. Whatever `read` throws, Pulumi's dynamic-provider server prints too (`console.error`, with its
 * text and stack), which would be a second line; that line is left out. Should the server print it in another way, the line comes
 * back: a test on the engine shows it.
 */
export declare function printedOnce(message: string, cause: unknown): Error;
