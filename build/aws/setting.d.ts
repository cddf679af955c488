/** One setting, or a member of one, not yet trusted: what it must be is asked for, and anything else is an error that names its key. */
export declare class Setting {
    private readonly key;
    private readonly origin;
    private readonly value;
    constructor(key: string, value: unknown, origin: string);
    text(): string | undefined;
    flag(): boolean | undefined;
    count(): number | undefined;
    /** The strings of an array. An account's ID in YAML without quotes arrives as a number. */
    texts(): string[];
    textsByName(): Record<string, string> | undefined;
    url(): string | undefined;
    /** The URL of a proxy, whose scheme may be left out. */
    proxy(): string | undefined;
    arn(): string | undefined;
    duration(): string | undefined;
    /** The members of an array of objects. */
    items(): Setting[];
    /** This, which must be an object, as an array; empty where it is not set. */
    one(): Setting[];
    /** A member of an object. */
    member(name: string): Setting;
    private expect;
    private parsed;
}
