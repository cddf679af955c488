/** How the engine writes a value that is not known yet, whatever its type: Pulumi's `rpc.unknownValue`. */
export declare const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
/** Whether a value is unknown, or holds one that is. */
export declare function holdsUnknown(value: unknown): boolean;
