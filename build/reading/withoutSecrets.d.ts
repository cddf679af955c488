/** A message without what is secret: the texts within these values, as they are or as a message quotes them. */
export declare function withoutSecrets(message: string, secrets: readonly unknown[]): string;
/** A message without the ARN of any room: of what a secret names, which one it is. */
export declare function withoutArns(message: string): string;
