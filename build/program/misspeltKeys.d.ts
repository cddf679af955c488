/** Warns, once in a run of a program, of keys of the stack's `ivschat:` configuration that are none: they would silently do nothing. */
export declare function warnOfMisspeltKeys(): void;
/** What to say of each key that is not a setting. A project of the name `ivschat` may have keys of its own. */
export declare function misspeltKeys(keys: readonly string[], project: string): string[];
