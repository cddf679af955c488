/** A value as a secret, in the form in which the engine takes it from a provider. */
export declare function secretValue(value: unknown): object;
/** The id of a resource whose room is secret: ids never are, so it tells nothing of the ARN. */
export declare function hiddenId(arn: string): string;
